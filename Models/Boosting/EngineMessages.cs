using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Models.Boosting;

/// <summary>Messages of the forecasting engine.</summary>
internal static class EngineMessages
{
    /// <summary>The native library of LightGBM cannot be loaded; only the per-series models forecast.</summary>
    public static Message NoBoosting() => new("engine.no_boosting");
}
