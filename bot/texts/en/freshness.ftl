freshness-stale = This is what was known on { $day } and may be out of date. Please check by phone: { $phone }.
freshness-confirm = It is still true
freshness-confirmed = Noted: what the card of "{ $title }" says is true, { $day }. The card shows it within seconds.
audit-action-catalogue-confirmed = a programme's card was confirmed
