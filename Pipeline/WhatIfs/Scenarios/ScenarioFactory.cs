using System.Globalization;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Creates a scenario from a request, or reports an invalid request.</summary>
internal static class ScenarioFactory
{
    public const double DefaultMoved = 0.6;
    public const double DefaultInduced = 0.1;

    private const double MostPoints = 50;
    private const double MostFactor = 100;
    private const double MostInduced = 10;
    private const double MostCapacity = 1e9;

    /// <exception cref="WhatIfRequestException">A value is missing, out of range, unknown, or not used by the kind.</exception>
    public static Scenario Make(ScenarioRequest request, WhatIfBasis basis, IReadOnlyList<ScenarioSeries> series)
    {
        RequireKnown(request, series);
        switch (request.Kind)
        {
            case ScenarioKind.Ageing:
                RequireOnly(request, "points");
                return DefaultScenarios.Ageing(Between("points", request.Points ?? 1, -MostPoints, MostPoints), basis.Facts);
            case ScenarioKind.Surge:
                RequireOnly(request, "factor", "services", "areas", "from", "to");
                return Surge(request, basis);
            case ScenarioKind.NewCentre:
                RequireOnly(request, "community", "service", "capacity", "induced");
                var capacity = Between("capacity", Required("capacity", request.Capacity), 0, MostCapacity);
                var induced = Between("induced", request.Induced ?? DefaultInduced, 0, MostInduced);
                var (place, service) = (Required("community", request.Community), Required("service", request.Service));
                return new NewCentreScenario(
                    "new-centre", ScenarioMessages.NewCentre(basis.Service(service), basis.Community(place), capacity, induced), place,
                    service, capacity, induced);
            case ScenarioKind.ClosedCentre:
                RequireOnly(request, "community", "service", "moved");
                var moved = Between("moved", request.Moved ?? DefaultMoved, 0, 1);
                var centre = Required("community", request.Community);
                var closed = request.Service is { } one ? basis.Service(one) : ScenarioMessages.AllServices();
                return new ClosedCentreScenario(
                    "closed-centre", ScenarioMessages.ClosedCentre(closed, basis.Community(centre), moved), centre, request.Service, moved);
            case ScenarioKind.MovedHoliday:
                RequireOnly(request, "from", "to");
                if (basis.Frequency != Frequency.Daily)
                    throw new WhatIfRequestException(
                        $"The forecast is by {basis.Frequency.Code()}, and a holiday moves from day to day.", "Ask for a surge instead.");
                var (from, to) = (Day("from", Required("from", request.From), basis), Day("to", Required("to", request.To), basis));
                return new MovedHolidayScenario(
                    "moved-holiday", ScenarioMessages.MovedHoliday(request.From!.Value, request.To!.Value), from, to);
            default:
                throw new WhatIfRequestException(
                    "No kind of scenario is given.", "Ask for ageing, surge, new centre, closed centre or moved holiday.");
        }
    }

    private static SurgeScenario Surge(ScenarioRequest request, WhatIfBasis basis)
    {
        var factor = Between("factor", Required("factor", request.Factor), 0, MostFactor);
        var first = request.From is { } from ? Day("from", from, basis) : 0;
        var last = request.To is { } to ? Day("to", to, basis) : basis.Horizon - 1;
        if (first > last)
            throw new WhatIfRequestException(
                $"from {request.From:yyyy-MM-dd} is after to {request.To:yyyy-MM-dd}.", "Exchange the two days.");
        object services = request.Services is { Count: > 0 } some ? some.Select(basis.Service) : ScenarioMessages.AllServices();
        object areas = request.Areas is { Count: > 0 } places ? places : ScenarioMessages.AllAreas();
        return new SurgeScenario(
            "surge",
            ScenarioMessages.Surge(factor, services, areas, basis.Periods[first], basis.Periods.EndOf(last)),
            factor,
            request.Services ?? [],
            request.Areas ?? [],
            first,
            last);
    }

    private static void RequireKnown(ScenarioRequest request, IReadOnlyList<ScenarioSeries> series)
    {
        string[] services = [.. request.Services ?? [], .. request.Service is { } one ? [one] : Array.Empty<string>()];
        if (services.FirstOrDefault(code => !series.Any(of => of.Service == code)) is { } service)
        {
            var known = series.Select(of => of.Service).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            throw new WhatIfRequestException(
                $"Service '{service}' has no forecast.", $"Services with forecasts are {string.Join(", ", known)}.", isMissing: true);
        }

        if ((request.Areas ?? []).FirstOrDefault(code => !series.Any(of => of.IsIn(code))) is { } area)
            throw new WhatIfRequestException(
                $"Area '{area}' has no forecast.",
                "Give the code of a community, subdistrict or district, as column Area of table Forecasts has it.", isMissing: true);
        if (request.Community is { } community && !series.Any(of => of.Community == community))
            throw new WhatIfRequestException(
                $"Community '{community}' has no forecast.", "Give its code, as column Area of table Forecasts has it.", isMissing: true);
    }

    private static void RequireOnly(ScenarioRequest request, params string[] taken)
    {
        (string Name, bool IsGiven)[] all =
        [
            ("points", request.Points is not null), ("factor", request.Factor is not null),
            ("services", request.Services is { Count: > 0 }), ("areas", request.Areas is { Count: > 0 }),
            ("from", request.From is not null), ("to", request.To is not null), ("community", request.Community is not null),
            ("service", request.Service is not null),
            ("capacity", request.Capacity is not null), ("induced", request.Induced is not null), ("moved", request.Moved is not null),
        ];
        if (all.FirstOrDefault(of => of.IsGiven && !taken.Contains(of.Name)) is { Name: { } odd })
            throw new WhatIfRequestException($"A scenario of this kind takes no {odd}.", $"It takes {string.Join(", ", taken)}.");
    }

    private static int Day(string name, DateOnly day, WhatIfBasis basis)
    {
        var periods = basis.Periods;
        return periods.IndexOf(day) ?? throw new WhatIfRequestException(
            $"{name} {day:yyyy-MM-dd} is not forecast.",
            $"Forecast are {periods.First:yyyy-MM-dd} to {periods.Last:yyyy-MM-dd}.");
    }

    private static double Between(string name, double value, double least, double most) => value >= least && value <= most
        ? value
        : throw new WhatIfRequestException(Text($"{name} is {value}."), Text($"It may be {least} to {most}."));

    private static T Required<T>(string name, T? value)
        where T : struct => value ?? throw Missing(name);

    private static string Required(string name, string? value) => value ?? throw Missing(name);

    private static WhatIfRequestException Missing(string name) => new($"{name} is missing.", $"A scenario of this kind needs {name}.");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
