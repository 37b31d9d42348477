"""Invented words: titles of articles and sections, and prose full of places that only look like headings."""

from __future__ import annotations

from random import Random

TITLES = tuple(
    title.strip()
    for title in """
    Recognition; Definitions; Association Rights; Board Rights and Responsibilities; Negotiation Procedures;
    Grievance Procedure; Work Year; Hours of Work; Class Size; Preparation Time; Leaves of Absence; Health and
    Welfare Benefits; Salaries; Transfers and Reassignment; Evaluation of Certificated Employees; Personnel
    Files; Reduction in Force and Recall; Academic Freedom; Safety Conditions of Employment; Professional
    Development; Payroll Deductions; Discipline and Dismissal; Special Education; Extra Duty Assignments;
    Substitute Teachers; Part-Time and Shared Contracts; Summer School; Student Discipline and Teacher
    Protection; School Calendar; Retirement; Peer Assistance and Review; Nondiscrimination; Community Schools;
    Counselors, Nurses and Librarians; Job Sharing; No Strike Clause; Savings Clause; Effect of Agreement;
    Miscellaneous Provisions; Duration of Agreement
    """.replace("\n", " ").split(";")
)
SECTIONS = tuple(
    title.strip()
    for title in """
    Purpose; Eligibility; Notice; Time Limits; Rate of Pay; Joint Committee; Records; Definitions; Sick Leave;
    Personal Leave; Bereavement; Jury Duty; Right of Representation; Use of Facilities; Posting of Positions;
    Voluntary Transfer; Involuntary Transfer; Teaching Load; Lunch Period; Exceptions; Parent Complaints; Access
    to Information; Appeal; Formal Level; Informal Level; Arbitration; Dues Deduction; Travel Between Schools;
    Part-Time Employees; Workers' Compensation
    """.replace("\n", " ").split(";")
)
SUBJECTS = (
    "Salary Schedule",
    "School Calendar",
    "Grievance Report Form",
    "Extra Duty Pay",
    "Evaluation Rubric",
    "Health Plan Rates",
    "Personal Leave Request",
    "Counselor Ratios",
)
LETTERS = ("Early Release Wednesdays", "Dual Language Stipend", "Class Size Relief", "Retirement Incentive Pilot")
_OPENINGS = (
    "Subject to Section 8.4 and to Article XII, Section 3",
    "In accordance with Section 504 of the Rehabilitation Act",
    "Under Article IX of the State Constitution",
    "Except as stated in Appendix A and in Schedule B",
    "As set out in Article 5 of this Agreement",
    "Before the first day of June",
    "Effective July 1, 2024",
)
_CLAUSES = (
    "the District shall give each unit member written notice of the assignment",
    "the Association and the Board shall meet within ten (10) working days",
    "seniority is counted from the first day of paid service",
    "no teacher shall be required to attend more than two meetings a month",
    "the principal may excuse a teacher for good cause",
    "any teacher who is absent because of illness shall be paid for the day at the rate of $38.50 per hour",
    "the arbitrator shall have no power to add to this Agreement",
    "a teacher on leave shall keep all benefits for 12 months",
    "the parties may extend these limits in writing",
    "students with an individual program shall be counted double",
    "the Superintendent or a designee shall answer in writing",
    "it is understood that 7.5 hours is the regular work day",
    "the committee shall have an equal number of members from each party as described in Article 5",
)
_TRAPS = (
    "Article 14. A teacher who is hurt shall report the injury on the same day.",
    "Article 7 of the prior agreement stays in force for those who were hired under it.",
    "Section 504 of the Rehabilitation Act of 1973 applies to this paragraph.",
    "Article IX, Section 5 of the State Constitution is not changed by this Agreement.",
    "ORS 243.650 and the rules made under it apply.",
    "Section 8.4 shall not apply to long-term substitutes.",
    "July 1, 2024 is the date on which the new rate begins.",
    "Appendix B shall be revised each year by the joint committee.",
    "Step 1. The teacher shall talk with the principal within five days.",
)


def sentence(random: Random) -> str:
    """One sentence of ten to fifty words."""
    clauses = random.sample(_CLAUSES, random.randrange(1, 4))
    opening = [random.choice(_OPENINGS)] if random.random() < 0.3 else []
    text = ", ".join([*opening, " and ".join(clauses)])
    return f"{text[0].upper()}{text[1:]}."


def prose(random: Random, sentences: int) -> str:
    """Some sentences; now and then one that begins like a heading."""
    said = [sentence(random) for _ in range(sentences)]
    if random.random() < 0.2:
        said.insert(random.randrange(len(said) + 1), random.choice(_TRAPS))
    return " ".join(said)
