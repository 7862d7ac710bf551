using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Creates <see cref="AttentionRow"/> rows without rank.</summary>
internal static class Finding
{
    /// <param name="of">Row that gives the place of the finding.</param>
    public static AttentionRow At(PlacedRow of, Severity severity, Message text) => At(of.Level, of.Area, of.Scope, severity, text);

    /// <summary>A finding about the whole city.</summary>
    /// <param name="city">Code of the city.</param>
    public static AttentionRow Of(string city, Severity severity, Message text) =>
        At(AreaLevel.City, city, ServiceScope.All, severity, text);

    private static AttentionRow At(AreaLevel level, string area, ServiceScope scope, Severity severity, Message text) => new()
    {
        Level = level,
        Area = area,
        Scope = scope,
        Rank = 0,
        Severity = severity,
        Code = text.Code,
        Text = text,
    };
}
