using System.Globalization;
using CommunityDemand.Api.Description;
using CommunityDemand.Api.History;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// <c>GET /api/history</c>: <see cref="DemandHistory"/> of an area (<c>level</c>, <c>area</c>) and a <c>service</c>, up to the day
/// <c>to</c>, by <c>frequency</c>.
/// </summary>
internal sealed class HistoryEndpoint(DemandHistory history) : IEndpoint
{
    // Far enough from the first day of the calendar for the longest history shown.
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    private static readonly string Summary =
        $"Demand of the {Cadence.Daily.ShownPeriods} days ({Cadence.Weekly.ShownPeriods} weeks, {Cadence.Monthly.ShownPeriods} months) up "
        + "to a day, from the facts.";

    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Get, "/api/history", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("getHistory", Summary, document)
                .Query("level", "Level of the area: community, subdistrict, district or city.")
                .Query("area", "Code of the area.")
                .Query("service", "Code of a service or need class, or all.")
                .Query("to", "The last day, such as 2026-03-31.")
                .Query("frequency", "Frequency of the run: day, week or month; day by default.")
                .Answers<IReadOnlyList<DayDemand>>(
                    "200", "One entry for each day, week or month, with its first day; none for an area without facts.")
                .Problem("400", "A parameter is missing or invalid.")
                .Build(),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        var query = http.Request.Query;
        string? area = query["area"], service = query["service"];
        if (!AreaLevels.TryParse(query["level"], out var level))
        {
            await Answers.WrongAsync(http, "Parameter level is not a level.", "Give community, subdistrict, district or city.");
        }
        else if (string.IsNullOrEmpty(area) || string.IsNullOrEmpty(service))
        {
            await Answers.WrongAsync(http, "Parameter area or service is missing.", "Give both codes; use all for all services.");
        }
        else if (!DateOnly.TryParseExact(query["to"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            || last < Earliest)
        {
            await Answers.WrongAsync(http, "Parameter to is not a day.", "Give a day such as 2026-03-31.");
        }
        else if (CadenceOf(query["frequency"]) is not { } cadence)
        {
            await Answers.WrongAsync(http, "Parameter frequency is not one.", "Give day, week or month, or leave it out.");
        }
        else
        {
            await Answers.JsonAsync(http, await history.ReadAsync(level, area, service, cadence, last, http.RequestAborted));
        }
    }

    private static Cadence? CadenceOf(string? frequency) => string.IsNullOrEmpty(frequency) ? Cadence.Daily
        : Frequencies.TryParse(frequency, out var known) ? Cadence.All.FirstOrDefault(cadence => cadence.Frequency == known)
        : null;
}
