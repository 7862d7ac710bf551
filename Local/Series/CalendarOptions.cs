using System.CommandLine;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>Options that give series a calendar.</summary>
internal sealed class CalendarOptions
{
    private readonly Option<string?> _holidays = new("--holidays")
    {
        Description = "Country whose public holidays the series follow, such as DE, US or CN",
        HelpName = "CC",
    };

    private readonly Option<FileInfo?> _calendar = new("--calendar")
    {
        Description =
            "Table of days with columns date, kind (holiday, make_up_workday, event) and name; each overrides --holidays on its day",
        HelpName = "FILE",
    };

    public CalendarOptions() => _holidays.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } country && !HolidayRules.Knows(country))
        {
            result.AddError(
                $"--holidays '{country}' is none of {string.Join(", ", HolidayRules.Countries)}; write such days into a --calendar.");
        }
    });

    public IEnumerable<Option> All => [_holidays, _calendar];

    /// <summary>The panel with the calendar that the options ask for, over its axis and the horizon.</summary>
    /// <exception cref="UserErrorException">The calendar can't be read.</exception>
    public async Task<Panel> AddToAsync(
        Panel panel, int horizon, ParseResult parsed, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var (country, file) = (parsed.GetValue(_holidays), parsed.GetValue(_calendar));
        if (country is null && file is null) return panel;
        if (panel.Axis.Frequency == Frequency.Yearly)
            throw new UserErrorException(
                "--holidays and --calendar say nothing of years: leave them out, or choose a shorter --frequency.");
        var entries = file is null ? [] : await ReadAsync(file, terminal, cancellationToken);
        if (country is null && entries.Count > 0) NoteEnd(panel, horizon, file!, entries, terminal);
        var calendar = new CityCalendar(country is null ? HolidayRules.None : HolidayRules.For(country), entries);
        return panel.WithCalendar(CalendarColumns.Of(calendar, panel.Axis, horizon));
    }

    private static async Task<IReadOnlyList<CalendarEntry>> ReadAsync(
        FileInfo file, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        if (!file.Exists) throw new UserErrorException($"{file}: there is no such file (--calendar).");
        try
        {
            var rows = await CalendarFile.ReadAsync(file.FullName, TimeProvider.System, cancellationToken);
            if (rows.Problem is { } problem) throw new UserErrorException($"{file}: {PrintableText.Of(problem)}");
            foreach (var assumption in rows.Assumptions) terminal.Say(PrintableText.Of($"{file.Name}: {assumption}"));
            return rows.Entries;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file}: can't be read: {FileFaultMessages.Tell(failure)}.", failure);
        }
    }

    // A calendar that ends early looks like one whose last days are ordinary.
    private static void NoteEnd(
        Panel panel, int horizon, FileInfo file, IReadOnlyList<CalendarEntry> entries, CommandTerminal terminal)
    {
        var (last, end) = (entries.Max(entry => entry.Date), DateOnly.FromDateTime(panel.Axis[panel.Axis.Count + horizon]).AddDays(-1));
        if (last < end)
            terminal.Say($"{file.Name}: the last day is {last:yyyy-MM-dd}; later days up to {end:yyyy-MM-dd} count as ordinary ones.");
    }
}
