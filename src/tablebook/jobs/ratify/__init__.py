"""What is done to ratify an agreement: make its texts ready, vote, sign, or go back to the table."""
