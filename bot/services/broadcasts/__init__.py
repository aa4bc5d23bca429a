"""Mailings: written and aimed (drafts), agreed to and sent (running), wanted or not."""

from bot.services.broadcasts.drafts import DraftService
from bot.services.broadcasts.gathering import GatheringService
from bot.services.broadcasts.running import BroadcastService
from bot.services.broadcasts.subscriptions import SubscriptionService

__all__ = ["BroadcastService", "DraftService", "GatheringService", "SubscriptionService"]
