"""A record made of what somebody is asked: the questions, what is understood of an answer, and what asks (see ``asker``)."""

from traite_cli.writing.interview.asker import Asker, BrokenOff, Candidate, Question

__all__ = ["Asker", "BrokenOff", "Candidate", "Question"]
