using System.Globalization;
using CommunityDemand.Domain.Geography;

namespace CommunityDemand.Local.Dashboard;

/// <summary>Carries <see cref="DemandHistory"/> over HTTP: <c>level</c>, <c>area</c>, <c>service</c> and <c>to</c>, the last day.</summary>
internal static class HistoryEndpoint
{
    public static async Task<IResult> AnswerAsync(
        string? level, string? area, string? service, string? to, DemandHistory history, CancellationToken cancellationToken)
    {
        if (!AreaLevels.TryParse(level, out var parsed)) return Wrong("level must be community, subdistrict, district or city.");
        if (string.IsNullOrEmpty(area) || string.IsNullOrEmpty(service)) return Wrong("area and service must be given.");
        if (!DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || last.DayNumber < DemandHistory.Days)
            return Wrong("to must be a day such as 2026-03-31.");
        return Results.Json(await history.ReadAsync(parsed, area, service, last, cancellationToken));
    }

    private static IResult Wrong(string what) => Results.Json(new { error = what }, statusCode: StatusCodes.Status400BadRequest);
}
