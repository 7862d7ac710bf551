using System.Text.RegularExpressions;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Surveys;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>Proposes how the columns of a wide table become rows.</summary>
internal sealed class WideProposal
{
    private readonly string _name;
    private readonly IReadOnlyList<SurveyedColumn> _columns;
    private readonly IReadOnlyList<SurveyedColumn> _others;
    private readonly IReadOnlyList<string> _sheets;
    private readonly WideTable _wide;
    private readonly DatasetSchema _schema;
    private readonly IReadOnlyList<ColumnGuess> _guesses;
    private readonly Dictionary<string, ProposedColumn> _proposed;
    private readonly List<(string Key, string Json)> _layout = [];

    private WideProposal(
        string name, IReadOnlyList<SurveyedColumn> columns, DatasetSchema? schema, WideTable wide, IReadOnlyList<string> sheets)
    {
        (_name, _columns, _wide, _sheets) = (name, columns, wide, sheets);
        _others = [.. columns.Where(column => !wide.Columns.Contains(column.Name))];
        _schema = schema ?? Nearest();
        // Figures and ids of a row would come again in each of the rows that are made of it.
        _guesses =
        [
            .. ColumnGuess.Of(_schema, _others, isWide: true).Where(guess => IsOfTheRow(guess.Column)),
        ];
        _proposed = _guesses.ToDictionary(guess => guess.Column.Name, MappingProposal.Of);
    }

    // The column that the headers have values of; null of periods.
    private string? DimensionColumn => _wide.Dimension switch
    {
        WideDimension.Service => UsageFact.Schema.Columns[UsageFact.Schema.PlaceOf(nameof(UsageFact.Service))].Name,
        WideDimension.Group => UsageFact.Schema.Columns[UsageFact.Schema.PlaceOf(nameof(UsageFact.Group))].Name,
        _ => null,
    };

    /// <summary>What the mapping says; null where no mapping can make rows of the columns.</summary>
    /// <param name="schema">The dataset that the name of the file tells; null to find the nearest.</param>
    public static Proposal? Of(
        string name, IReadOnlyList<SurveyedColumn> columns, DatasetSchema? schema, WideTable wide, IReadOnlyList<string> sheets) =>
        wide.PeriodKind == HeaderPeriodKind.Unread ? null : new WideProposal(name, columns, schema, wide, sheets).Make();

    private bool IsOfTheRow(Column column) => column switch
    {
        DayColumn => _wide.Dimension != WideDimension.Period,
        TextColumn => column.Role != ColumnRole.Id && column.Name != DimensionColumn,
        _ => false,
    };

    private Proposal? Make()
    {
        var figure = Array.Find(_schema.Columns, column => column is NumberColumn && (column.Required || column.IsNeededWithoutId));
        var day = Array.Find(_schema.Columns, column => column is DayColumn && column.Required);
        var dimension = DimensionColumn;
        if (figure is null || day is null || (dimension is not null && _schema.IndexOf(dimension) < 0)) return null;
        // Figures of years are no figures of days.
        if (_wide.PeriodKind == HeaderPeriodKind.Year && _schema.PartitionIndex >= 0) return null;

        var value = Free(figure.Name);
        var group = Free(dimension ?? GroupOf(_wide.PeriodKind!.Value));
        if (Pattern(group) is not { } pattern) return null;
        if (_wide.PeriodKind is { } kind) ProposeDay(day, kind, group);
        else _proposed[dimension!] = Service(group);
        _layout.Add(("unpivot", $"{{ \"columns\": {ProposalText.Quoted(pattern)}, \"value\": {ProposalText.Quoted(value)} }}"));
        _proposed[figure.Name] = new ProposedColumn(ProposalText.Quoted(value), ProposalMessages.FromCells());
        ProposeKeys();
        var headers = _guesses.Select(guess => guess.From.Name).ToList();
        return new Proposal(_schema, _proposed, headers, headers.Concat(_wide.Columns).ToHashSet())
        {
            FilePattern = FilePatternOf(_name),
            Layout = _layout,
            Notes = [_wide.Told],
        };
    }

    // What counts by day or service is usage; figures of a whole period without services are of participation or population.
    private DatasetSchema Nearest()
    {
        if (_wide.Dimension != WideDimension.Period || _wide.PeriodKind is HeaderPeriodKind.Day or HeaderPeriodKind.DayOfMonth)
            return UsageFact.Schema;
        var hint = HeaderName.Normalize(_name + _wide.Periods[0].Before + _wide.Periods[0].After);
        var people = PopulationFact.Schema.Columns[PopulationFact.Schema.PlaceOf(nameof(PopulationFact.Population))];
        if (people.Aliases.Prepend(people.Name).Any(name => hint.Contains(HeaderName.Normalize(name), StringComparison.Ordinal)))
            return PopulationFact.Schema;
        var service = UsageFact.Schema.PlaceOf(nameof(UsageFact.Service));
        return ColumnGuess.Of(UsageFact.Schema, _others, isWide: true).Any(guess => guess.Column.Place == service)
            ? UsageFact.Schema
            : ParticipationFact.Schema;
    }

    private string? Pattern(string group)
    {
        var (before, after) = _wide.Periods.Count == 0 ? ("", "") : (_wide.Periods[0].Before, _wide.Periods[0].After);
        var texts = _wide.Periods.Count == 0 ? _wide.Columns : [.. _wide.Periods.Select(period => period.Text)];
        return new[] { _wide.Periods.Count == 0 ? HeaderPattern.ChoiceOf(texts) : HeaderPattern.Of(texts), HeaderPattern.ChoiceOf(texts) }
            .Select(middle => $"^{HeaderPattern.Escape(before)}(?<{group}>{middle}){HeaderPattern.Escape(after)}$")
            .FirstOrDefault(IsOfTheWide);
    }

    private bool IsOfTheWide(string pattern)
    {
        if (pattern.Length > MappingObject.LongestPattern) return false;
        var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return _columns.All(column => regex.IsMatch(column.Name.Trim()) == _wide.Columns.Contains(column.Name));
    }

    private void ProposeDay(Column day, HeaderPeriodKind kind, string group)
    {
        if (PeriodOf(kind) is { } period) _layout.Add(("period", ProposalText.Quoted(period)));
        _proposed[day.Name] = kind switch
        {
            HeaderPeriodKind.MonthOfYear => InYear(group, "1"),
            HeaderPeriodKind.DayOfMonth => InMonth(group),
            HeaderPeriodKind.Year => Parted(ProposalText.Quoted(group), "1", "1", ProposalMessages.FromHeaders()),
            _ => new ProposedColumn(ProposalText.Quoted(group), ProposalMessages.FromHeaders()),
        };
    }

    private ProposedColumn InYear(string month, string day)
    {
        var year = DateSource.OfYear(_name, _sheets, _others);
        if (year is null) return Open(ProposalText.Quoted(month), day);
        _layout.AddRange(year.Layout);
        return Parted(year.Year, ProposalText.Quoted(month), day, year.Why);
    }

    private ProposedColumn InMonth(string day)
    {
        var month = DateSource.OfMonth(_name, _sheets, _others);
        if (month is null) return Open("\"?\"", ProposalText.Quoted(day));
        _layout.AddRange(month.Layout);
        return Parted(month.Year, month.Month!, ProposalText.Quoted(day), month.Why);
    }

    private static ProposedColumn Open(string month, string day) =>
        Parted("\"?\"", month, day, ProposalMessages.NoYear()) with { IsOpen = true };

    private static ProposedColumn Parted(string year, string month, string day, Message why) =>
        new($"{{ \"year\": {year}, \"month\": {month}, \"day\": {day} }}", why);

    // Names of built-in services are words for their codes.
    private ProposedColumn Service(string group)
    {
        var codes = _wide.Columns.Select(name => (Name: name, Code: CodeOf(name))).Where(pair => (pair.Code ?? pair.Name) != pair.Name);
        var values = string.Join(", ", codes.Select(pair => $"{ProposalText.Quoted(pair.Name)}: {ProposalText.Quoted(pair.Code!)}"));
        var quoted = ProposalText.Quoted(group);
        return new ProposedColumn(
            values.Length == 0 ? quoted : $"{{ \"from\": {quoted}, \"values\": {{ {values} }} }}", ProposalMessages.FromHeaders());
    }

    private static string? CodeOf(string name) => ServiceCatalogue.BuiltIn.Services.FirstOrDefault(service =>
        new[] { service.Code, service.NameEn, service.NameZh }.Any(one => HeaderName.Normalize(one) == HeaderName.Normalize(name)))?.Code;

    // A file of one place or one service says so in its name alone.
    private void ProposeKeys()
    {
        var missing = _schema.Columns.Where(column => column is TextColumn && column.Required && !_proposed.ContainsKey(column.Name));
        foreach (var column in missing)
        {
            _proposed[column.Name] = new ProposedColumn(
                $"{{ \"constant\": {ProposalText.Quoted(FileStem.Of(_name))} }}", ProposalMessages.NameOfFile());
        }
    }

    private string Free(string name)
    {
        while (_columns.Any(column => column.Name.Trim() == name)) name += "_";
        return name;
    }

    private static string GroupOf(HeaderPeriodKind kind) => kind switch
    {
        HeaderPeriodKind.Day or HeaderPeriodKind.DayOfMonth => "day",
        HeaderPeriodKind.Week => "week",
        HeaderPeriodKind.Quarter => "quarter",
        HeaderPeriodKind.Year => "year",
        _ => "month",
    };

    // What a mapping says beside the dates; null of days.
    private static string? PeriodOf(HeaderPeriodKind kind) => kind switch
    {
        HeaderPeriodKind.Week => "week",
        HeaderPeriodKind.Month or HeaderPeriodKind.MonthOfYear => "month",
        HeaderPeriodKind.Quarter => "quarter",
        _ => null,
    };

    // Next month's file has other figures in its name.
    private static string FilePatternOf(string name) => Regex.Replace(Regex.Replace(name, "[*?\"<>\\\\]", "?"), "[0-9]+", "*");
}
