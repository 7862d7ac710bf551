using System.Collections.Concurrent;
using CommunityDemand.Models.Calendars;

namespace CommunityDemand.Models.History;

/// <summary>
/// Calendars of a panel's groups, each learned on first use and kept: several origins share a calendar learned slightly earlier.
/// </summary>
internal sealed class CalendarBook(PanelHistory history)
{
    /// <summary>Column number of the group of all series.</summary>
    public const int All = -1;

    private readonly ConcurrentDictionary<(int Origin, int Column, string Value), Lazy<CalendarProfile?>> _profiles = new();
    private readonly ConcurrentDictionary<CalendarProfile, CalendarFactor[]> _factors = new();
    private readonly CalendarDesign _design = new(history.Nodes, CalendarLayout.Of(history.Nodes.Panel));

    /// <summary>Whether the calendar has no columns to learn from.</summary>
    public bool IsEmpty => _design.Layout.Count == 0;

    /// <summary>The calendar of a group as known at an origin; null where too few values are known.</summary>
    /// <param name="column">Key column, or <see cref="All"/>.</param>
    public CalendarProfile? At(int origin, int column, string value) => IsEmpty
        ? null
        : _profiles.GetOrAdd((origin, column, value), key => new(() => Learn(key.Origin, key.Column, key.Value))).Value;

    /// <summary>Factors of a calendar, one for each period, to the end of the horizon.</summary>
    public CalendarFactor[] Over(CalendarProfile profile) =>
        _factors.GetOrAdd(profile, known => known.Over(history.Nodes.Panel, history.Nodes.Periods + history.Horizon));

    private CalendarProfile? Learn(int origin, int column, string value) => _design.Fit(history.KnownOf(column, value, origin));
}
