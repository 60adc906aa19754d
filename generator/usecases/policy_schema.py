"""The JSON Schema of the policy YAML, for ``nigao schema``."""

from __future__ import annotations

from generator.ingest.policy_schema import policy_schema

__all__ = ["policy_schema"]
