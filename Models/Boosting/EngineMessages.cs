using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Models.Boosting;

/// <summary>Messages of the forecasting engine.</summary>
internal static class EngineMessages
{
    /// <summary>LightGBM's native library can't be loaded: the per-series models forecast alone.</summary>
    public static Message NoBoosting() => new("engine.no_boosting");
}
