"""A record made of what somebody is asked: the questions, what is understood of an answer, and what asks (see ``asker``)."""

from traite_cli.writing.interview.asker import BACK, Asker, BrokenOff, Candidate, Question, WentBack
from traite_cli.writing.interview.interview import interview
from traite_cli.writing.interview.sitting import Sitting

__all__ = ["BACK", "Asker", "BrokenOff", "Candidate", "Question", "Sitting", "WentBack", "interview"]
