"""Matching: who may enter, how well it fits, what is shown and why. Pure rules.

Facts and wishes of a Profile against the Offers of this moment; no clock, no chance, no words.
"""

from bot.domain.matching.alike import Finding, Tolerances, findings
from bot.domain.matching.audit import Audit, Kept, Replayed, as_audit, match_id, replay, replayed
from bot.domain.matching.choice import Choice, Match, choose
from bot.domain.matching.explanation import Explanation, Moved, explain
from bot.domain.matching.filters import Change, Fact, Obstacle, ObstacleKind, obstacles
from bot.domain.matching.offers import GroupPlaces, Offer, distance_km, next_group, way_km
from bot.domain.matching.questions import Question, QuestionKind, open_questions
from bot.domain.matching.ranking import Ranked, leading, rank, strongest
from bot.domain.matching.reasons import Gap, Lack, Reason, ReasonKind, gap, reasons
from bot.domain.matching.scores import (
    Fit,
    Score,
    Weights,
    coverage,
    feasible,
    interest_fit,
    score,
    sector_fit,
)
from bot.domain.matching.whynot import Aspect, WhyNot, why_not

__all__ = [
    "Aspect",
    "Audit",
    "Change",
    "Choice",
    "Explanation",
    "Fact",
    "Finding",
    "Fit",
    "Gap",
    "GroupPlaces",
    "Kept",
    "Lack",
    "Match",
    "Moved",
    "Obstacle",
    "ObstacleKind",
    "Offer",
    "Question",
    "QuestionKind",
    "Ranked",
    "Reason",
    "ReasonKind",
    "Replayed",
    "Score",
    "Tolerances",
    "Weights",
    "WhyNot",
    "as_audit",
    "choose",
    "coverage",
    "distance_km",
    "explain",
    "feasible",
    "findings",
    "gap",
    "interest_fit",
    "leading",
    "match_id",
    "next_group",
    "obstacles",
    "open_questions",
    "rank",
    "reasons",
    "replay",
    "replayed",
    "score",
    "sector_fit",
    "strongest",
    "way_km",
    "why_not",
]
