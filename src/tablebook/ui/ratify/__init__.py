"""The Ratify stage and its acts: what stands in the way, the packet, the vote, and each text traced to its TA."""
