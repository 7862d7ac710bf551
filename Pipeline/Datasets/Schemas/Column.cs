using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>A column of a dataset: its names and its valid values.</summary>
/// <param name="Name">Name in the documentation and in the facts.</param>
/// <param name="Aliases">Other headers with the same meaning, in English or Chinese.</param>
internal abstract record Column(string Name, params string[] Aliases)
{
    /// <summary>Whether rows without a value are rejected.</summary>
    public bool Required { get; init; }

    /// <summary>Property of the fact record for the value; empty where there is none.</summary>
    public string Property { get; init; } = "";

    /// <summary>Meaning, in English.</summary>
    public string English { get; init; } = "";

    /// <summary>Meaning, in Chinese.</summary>
    public string Chinese { get; init; } = "";

    public Unit Unit { get; init; }

    public ColumnRole Role { get; init; }

    /// <summary>Text or number that replaces an empty value; null for none.</summary>
    public object? Default { get; init; }

    /// <summary>Number that replaces an empty value; NaN for none.</summary>
    public double DefaultNumber => Default as double? ?? double.NaN;

    /// <summary>Whether only rows with an id may lack the value.</summary>
    public bool IsNeededWithoutId { get; init; }

    /// <summary>Property with the earliest allowed day of this column; null where any day is allowed.</summary>
    public string? NotBefore { get; init; }

    /// <summary>Type stored in fact files.</summary>
    public abstract FactColumnKind Stored { get; }

    /// <summary>Parses a trimmed, non-empty value.</summary>
    /// <returns>The reason why the value is invalid, or null.</returns>
    public abstract string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell);
}

/// <summary>A column of keys, names or remarks.</summary>
internal sealed record TextColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public const int KeyLength = 128;
    public const int CommentLength = 8192;

    public int MaxLength { get; init; } = KeyLength;

    /// <summary>Whether people write the text about people, so that personal numbers are removed.</summary>
    public bool IsComment { get; init; }

    public override FactColumnKind Stored => FactColumnKind.Text;

    public override string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        if (text.Length > MaxLength) return $"longer than {MaxLength} characters";
        if (TextRules.Fault(text, allowLineBreaks: IsComment) is { } fault) return fault;
        cell = Cell.Of(IsComment ? PersonalNumbers.Strip(text.ToString()) : context.Intern(text));
        return null;
    }
}

/// <summary>A column of counts or amounts: 0 to <see cref="Max"/>.</summary>
internal sealed record NumberColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    /// <summary>Default maximum: a larger number is an error, because no city has so many visits a day.</summary>
    public const double DefaultMax = 1e9;

    public double Max { get; init; } = DefaultMax;

    public override FactColumnKind Stored => FactColumnKind.Number;

    public override string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        if (!NumberParser.TryParse(text, out var number)) return "not a number";
        if (number < 0) return "negative";
        if (number > Max) return $"more than {Max:0}";
        cell = Cell.Of(number);
        return null;
    }
}

/// <summary>A column of Likert scores, 1 to 5.</summary>
internal sealed record ScoreColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public override FactColumnKind Stored => FactColumnKind.Number;

    public override string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        if (!NumberParser.TryParse(text, out var number) || number is not (1 or 2 or 3 or 4 or 5)) return "not a score of 1 to 5";
        cell = Cell.Of(number);
        return null;
    }
}

/// <summary>A column of days; a time of day is dropped.</summary>
internal sealed record DayColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public DayBound Latest { get; init; } = DayBound.Tomorrow;

    public override FactColumnKind Stored => FactColumnKind.Date;

    public override string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        if (!DayParser.TryParse(text, out var day)) return "not a date";
        if (day.Year < ParseContext.FirstYear) return $"before {ParseContext.FirstYear}";
        if (day > context.LastDay(Latest)) return "too far in the future";
        cell = Cell.Of(day);
        return null;
    }
}

/// <summary>A column of choices: a few words, each with translations.</summary>
internal sealed record ChoiceColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    private readonly Dictionary<string, string> _words = [];

    /// <summary>Valid words, each with its synonyms.</summary>
    public required IReadOnlyDictionary<string, string[]> Choices
    {
        get;
        init
        {
            field = value;
            foreach (var (choice, words) in value)
            {
                foreach (var word in words.Append(choice)) _words[HeaderName.Normalize(word)] = choice;
            }
        }
    }

    public override FactColumnKind Stored => FactColumnKind.Text;

    public override string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        var known = _words.TryGetValue(HeaderName.Normalize(text), out var choice);
        cell = known ? Cell.Of(choice!) : Cell.Missing;
        return known ? null : $"not one of {string.Join(", ", Choices.Keys)}";
    }
}

/// <summary>A column of flags, yes or no, stored as 1 or 0.</summary>
internal sealed record FlagColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public override FactColumnKind Stored => FactColumnKind.Number;

    public override string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        double? flag = HeaderName.Normalize(text) switch
        {
            "1" or "true" or "yes" or "y" or "是" => 1,
            "0" or "false" or "no" or "n" or "否" => 0,
            _ => null,
        };
        cell = flag is { } value ? Cell.Of(value) : Cell.Missing;
        return flag is null ? "neither yes nor no" : null;
    }
}

/// <summary>A column of domain codes, in any spelling.</summary>
internal sealed record CodeColumn(string Name, Func<string, string?> Read, params string[] Aliases) : Column(Name, Aliases)
{
    /// <summary>Valid codes, each with its other spellings.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Spellings { get; init; }

    public override FactColumnKind Stored => FactColumnKind.Text;

    public override string? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        var code = Read(text.ToString());
        cell = code is null ? Cell.Missing : Cell.Of(code);
        return code is null ? $"not one of {string.Join(", ", Spellings.Select(code => code[0]))}" : null;
    }
}
