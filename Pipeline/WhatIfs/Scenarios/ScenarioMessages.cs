using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Messages on the assumption of a scenario.</summary>
internal static class ScenarioMessages
{
    /// <param name="points">Percentage points more residents aged 60 and over.</param>
    /// <param name="effect">Growth of demand for one point, as a share.</param>
    /// <param name="low">2.5% quantile of the effect.</param>
    /// <param name="high">97.5% quantile of the effect.</param>
    public static Message Ageing(double points, double effect, double low, double high) =>
        new("scenario.ageing", ("points", points), ("effect", effect), ("low", low), ("high", high));

    /// <summary>All demand is higher in the first week or month.</summary>
    public static Message First(Frequency stretch, double share) =>
        new("scenario.first", ("stretch", stretch.Code()), ("share", share));

    /// <param name="services">Names of services; or <see cref="AllServices"/>.</param>
    /// <param name="areas">Codes of areas; or <see cref="AllAreas"/>.</param>
    public static Message Surge(double factor, object services, object areas, DateOnly from, DateOnly until) =>
        new("scenario.surge", ("factor", factor), ("services", services), ("areas", areas), ("from", from), ("until", until));

    public static Message AllServices() => new("scope.all");

    public static Message AllAreas() => new("scenario.all_areas");

    /// <param name="service">Name of the service, or of all services.</param>
    /// <param name="moved">Part of the demand that moves to neighbours.</param>
    public static Message ClosedCentre(Message service, string community, double moved) =>
        new("scenario.closed_centre", ("service", service), ("community", community), ("moved", moved));

    /// <param name="capacity">Additional person-visits a day.</param>
    /// <param name="induced">Additional demand, as a share of the current demand.</param>
    public static Message NewCentre(Message service, string community, double capacity, double induced) =>
        new("scenario.new_centre", ("service", service), ("community", community), ("capacity", capacity), ("induced", induced));

    public static Message MovedHoliday(DateOnly from, DateOnly to) => new("scenario.moved_holiday", ("from", from), ("to", to));
}
