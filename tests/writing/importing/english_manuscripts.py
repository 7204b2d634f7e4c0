"""Minutes of English houses, made up for these tests: apologies in a sentence, proxies told from either side, rows of capitals."""

from __future__ import annotations

from manuscripts import Expected

PARISH_COUNCIL = """\
LITTLE WALLOP PARISH COUNCIL

Minutes of the Meeting of the Parish Council held on Monday, March 14th, 2019 at 7:30pm in the Village Hall, Church Lane, Little Wallop

PRESENT: Cllr J. Smith (Chairman), Cllr Mrs A. Brown, Cllr P. O’Neill, Cllr Dr. R. Singh
IN ATTENDANCE: Mrs S. Clarke (Clerk), County Cllr M. Davies and 3 members of the public

19/031 APOLOGIES FOR ABSENCE
Apologies were received from Cllr T. Jones and Cllr K. White (proxy held by Cllr Smith).

19/032 DECLARATIONS OF INTEREST
None.

19/033 MINUTES OF THE PREVIOUS MEETING
It was RESOLVED to approve the minutes of the meeting held on 11th February 2019.

19/034 HIGHWAYS
ACTION: Clerk to report the potholes to County Highways by 21 March.
ACTION: RS to circulate the traffic survey by 1 April 2019

19/035 FINANCE
Proposed by Cllr Brown, seconded by Cllr O’Neill, and resolved unanimously that the accounts be paid.

There being no further business the meeting closed at 9:05pm.
"""

CONFERENCE_CALL = """\
Coalition Against Statelessness - Steering Group conference call
6 December 2018, 2:00pm – 3:30pm CET
Held at: via Zoom

**On the call:** Amal Haddad (Refugee Rights Network), Piotr Kowalski (ENS), Lucía Fernández (Red Migrante), Tom B. (UNHCR, observer)
**Apologies:** Grace Mwangi - proxy held by Amal Haddad; Dieter Braun (proxy: Piotr Kowalski)

1. Funding update
- AH reported on the grant.
- ACTION: AP to circulate draft budget by 13 December
- Action: Lucía to contact the foundation (deadline: 10 Jan 2019)

2. Advocacy

It was agreed to send an open letter.

| Action | Who | By when |
|---|---|---|
| Draft the letter | Amal Haddad | 20 Dec |
| Book venue | PK | 15 January 2019 |
"""

ENGLISH_PROXIES = """\
Annual General Meeting of the Riverside Allotment Society
Saturday 22nd June 2019, 11am, at The Old Mill, 1234 Mill Road, Cambridge CB1 2AB

Members present: Ann Foster, Ben Okafor, Carol Van Dyke, Dai Llewellyn-Jones
Represented by proxy: Eve Nash (by Ann Foster), Frank Poole (proxy holder: Ben Okafor)
Proxy: Carol Van Dyke for Gus Hart
Dai Llewellyn-Jones holds a proxy for Ivy Marsh.
Not present: Hal Reid

Resolution 1: that the accounts be adopted. Passed unanimously.
Resolution 2: that the fee be raised to £30. Defeated.
Motion: To elect Ann Foster as chair. Carried.

Ben Okafor to write to the council by the end of July.
"""

INTERNATIONAL_WORKING_GROUP = """\
REPORT OF THE MEETING
Working Group on Heritage
(Paris, 14-15 March 2019, Room XI)

Chairperson: Ms Ana Silva (Portugal)
Rapporteur: Mr Kofi Mensah (Ghana)

PARTICIPANTS
Members: Portugal (Ms Ana Silva), Ghana (Mr Kofi Mensah), Japan (Ms Yuki Tanaka)
Observers: ICOMOS (Mr Pierre Laurent), ICCROM

1. OPENING
The Chairperson opened the meeting at 9.30 a.m.

2. ADOPTION OF THE AGENDA
The agenda was adopted without amendment.

3. ANY OTHER BUSINESS
The Secretariat will circulate a draft report by 30 March 2019.

CLOSURE
The meeting was closed at 5.15 p.m.
"""

FRIENDS_OF_A_LIBRARY = """\
Minutes - Friends of the Library
Tues 5th Nov 2019, 7pm - 8.45pm at the Library

In the chair: Pam Green
Present: 14 members (list attached)
Apologies for absence were received from Mr & Mrs Hill and Ted Moss.

Minutes of the meeting of 1st October were agreed and signed.

Matters Arising: Pam had written to the council.

Treasurer’s Report: Balance £432.10. Joan to chase unpaid subs.

AOB: None

Next meeting: Tues 3rd Dec at 7pm
"""

ALL: dict[str, tuple[str, str, Expected]] = {
    "parish council": (
        "minutes.txt",
        PARISH_COUNCIL,
        Expected(
            title="Minutes of the Meeting of the Parish Council",
            date="2019-03-14",
            time="19:30/21:05",
            place="the Village Hall, Church Lane, Little Wallop",
            present=("J. Smith", "A. Brown", "P. O’Neill", "R. Singh", "S. Clarke", "County Cllr M. Davies"),
            excused=("T. Jones",),
            represented=(("K. White", "Smith"),),
            agenda=("DECLARATIONS OF INTEREST", "MINUTES OF THE PREVIOUS MEETING", "HIGHWAYS", "FINANCE"),
            decisions=2,
        ),
    ),
    "conference call": (
        "minutes.md",
        CONFERENCE_CALL,
        Expected(
            title="Coalition Against Statelessness - Steering Group conference call",
            date="2018-12-06",
            time="14:00/15:30",
            place="via Zoom",
            present=("Amal Haddad", "Piotr Kowalski", "Lucía Fernández", "Tom B"),
            represented=(("Grace Mwangi", "Amal Haddad"), ("Dieter Braun", "Piotr Kowalski")),
            decisions=1,
        ),
    ),
    "english proxies": (
        "minutes.txt",
        ENGLISH_PROXIES,
        Expected(
            title="Annual General Meeting of the Riverside Allotment Society",
            date="2019-06-22",
            time="11:00",
            place="The Old Mill, 1234 Mill Road, Cambridge CB1 2AB",
            present=("Ann Foster", "Ben Okafor", "Carol Van Dyke", "Dai Llewellyn-Jones"),
            excused=("Hal Reid",),
            represented=(
                ("Eve Nash", "Ann Foster"),
                ("Frank Poole", "Ben Okafor"),
                ("Gus Hart", "Carol Van Dyke"),
                ("Ivy Marsh", "Dai Llewellyn-Jones"),
            ),
            decisions=3,
        ),
    ),
    "international working group": (
        "minutes.txt",
        INTERNATIONAL_WORKING_GROUP,
        Expected(
            title="REPORT OF THE MEETING",
            date="2019-03-14/2019-03-15",
            time="09:30/17:15",
            place="Paris",
            present=("Ana Silva", "Kofi Mensah", "Yuki Tanaka"),
            guests=("Pierre Laurent", "ICCROM"),
            agenda=("OPENING", "ADOPTION OF THE AGENDA", "ANY OTHER BUSINESS"),
        ),
    ),
    "friends of a library": (
        "minutes.txt",
        FRIENDS_OF_A_LIBRARY,
        Expected(
            title="Minutes - Friends of the Library",
            date="2019-11-05",
            time="19:00/20:45",
            place="the Library",
            present=("Pam Green",),
            excused=("Mr & Mrs Hill", "Ted Moss"),
            decisions=1,
        ),
    ),
}
