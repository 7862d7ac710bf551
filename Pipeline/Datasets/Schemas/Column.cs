using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>One column of a dataset: its names, and what counts as a value.</summary>
/// <param name="Name">Its name in the documentation and in the facts.</param>
/// <param name="Aliases">Other headers that mean it, in English or Chinese.</param>
internal abstract record Column(string Name, params string[] Aliases)
{
    /// <summary>Whether a row without it is rejected.</summary>
    public bool Required { get; init; }

    /// <summary>Property of the fact record that takes the value; empty where none does.</summary>
    public string Property { get; init; } = "";

    /// <summary>Meaning, in English.</summary>
    public string English { get; init; } = "";

    /// <summary>Meaning, in Chinese.</summary>
    public string Chinese { get; init; } = "";

    public Unit Unit { get; init; }

    public ColumnRole Role { get; init; }

    /// <summary>Place of the column among those of its dataset.</summary>
    public int Place { get; init; }

    /// <summary>Text or number that an empty value means; null where it means nothing.</summary>
    public object? Default { get; init; }

    /// <summary>The number that an empty value means; NaN where it means none.</summary>
    public double DefaultNumber => Default as double? ?? double.NaN;

    /// <summary>Whether only a row with an id may be without the value.</summary>
    public bool IsNeededWithoutId { get; init; }

    /// <summary>Whether a file needs the column, or another that has the mark.</summary>
    public bool IsContent { get; init; }

    /// <summary>Property whose day no day of this column may precede; null where any may.</summary>
    public string? NotBefore { get; init; }

    /// <summary>What fact files store of it.</summary>
    public abstract FactColumnKind Stored { get; }

    /// <summary>Parses a trimmed value that is not empty.</summary>
    /// <returns>Why it is no value of this column, or null.</returns>
    public abstract Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell);
}

/// <summary>A key, name or remark.</summary>
internal sealed record TextColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public const int KeyLength = 128;
    public const int CommentLength = 8192;

    private readonly Message _tooLong = ValueMessages.TooLong(KeyLength);

    public int MaxLength
    {
        get;
        init => _tooLong = ValueMessages.TooLong(field = value);
    } = KeyLength;

    /// <summary>Written by people about people: personal numbers are taken out.</summary>
    public bool IsComment { get; init; }

    public override FactColumnKind Stored => FactColumnKind.Text;

    public override Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        if (text.Length > MaxLength) return _tooLong;
        if (IsComment || Role == ColumnRole.Id) return ParseAsWritten(text, out cell);
        if (context.KeysOf(this).Known(text) is not { } key)
        {
            var normal = KeyText.Normalize(text);
            if (NullWords.Contains(normal) || PlaceholderWords.IsNoText(normal)) return Required ? ValueMessages.Missing : null;
            if (Required && PlaceholderWords.Contains(normal)) return ValueMessages.Placeholder;
            if (normal[0] == '=') return ValueMessages.Formula;
            if (TextRules.Fault(normal, allowLineBreaks: false) is { } fault) return fault;
            key = context.AddKey(this, text, normal);
        }

        cell = Cell.Of(key);
        return null;
    }

    private Message? ParseAsWritten(ReadOnlySpan<char> text, out Cell cell)
    {
        cell = Cell.Missing;
        if (TextRules.Fault(text, allowLineBreaks: IsComment) is { } fault) return fault;
        if (Role == ColumnRole.Id)
        {
            if (IdText.IsPlaceholder(text)) return null;
            if (IdText.IsRounded(text)) return ValueMessages.RoundedId;
        }

        cell = Cell.Of(IsComment ? PersonalNumbers.Strip(text.ToString()) : text.ToString());
        return null;
    }
}

/// <summary>A count or amount: 0 to <see cref="Max"/>.</summary>
internal sealed record NumberColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    /// <summary>More than this is a slip: no city has so many visits a day.</summary>
    public const double DefaultMax = 1e9;

    private readonly Message _tooLarge = ValueMessages.TooLarge(DefaultMax);

    public double Max
    {
        get;
        init => _tooLarge = ValueMessages.TooLarge(field = value);
    } = DefaultMax;

    /// <summary>Whether the column counts what can't be halved, such as visits.</summary>
    public bool IsWhole { get; init; }

    public override FactColumnKind Stored => FactColumnKind.Number;

    public override Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        var reading = context.ReadNumber(text, out var number);
        if (reading != NumberReading.Number) return reading == NumberReading.None ? ValueMessages.NotANumber : ValueMessages.DoubtfulNumber;
        if (number < 0) return ValueMessages.Negative;
        if (number > Max) return _tooLarge;
        if (IsWhole && !context.KeepsFractions && !double.IsInteger(number)) return ValueMessages.NotWhole;
        if (IsWhole && CompactDay.Is(number)) return ValueMessages.LooksLikeDay;
        cell = Cell.Of(number);
        return null;
    }
}

/// <summary>A Likert score, 1 to 5.</summary>
internal sealed record ScoreColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public override FactColumnKind Stored => FactColumnKind.Number;

    public override Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        if (NumberParser.Read(text, NumberStyle.Point, out var number) != NumberReading.Number || number is not (1 or 2 or 3 or 4 or 5))
        {
            return ValueMessages.NotAScore;
        }

        cell = Cell.Of(number);
        return null;
    }
}

/// <summary>A day; a time of day is dropped.</summary>
internal sealed record DayColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public DayBound Latest { get; init; } = DayBound.Tomorrow;

    public override FactColumnKind Stored => FactColumnKind.Date;

    public override Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        cell = Cell.Missing;
        var reading = context.ReadDay(text, this, out var day);
        if (reading != DayReading.Day) return reading switch
        {
            DayReading.Doubtful => ValueMessages.DoubtfulDay,
            DayReading.Period => ValueMessages.Period,
            _ => ValueMessages.NotADate,
        };
        if (day.Year < ParseContext.FirstYear) return ValueMessages.TooEarly;
        if (day > context.LastDay(Latest)) return ValueMessages.TooLate;
        cell = Cell.Of(day);
        return null;
    }
}

/// <summary>One of a few words, each with its translations.</summary>
internal sealed record ChoiceColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    private readonly Dictionary<string, string> _words = [];
    private readonly Message? _notOne;

    /// <summary>What may be said, and the words that mean it.</summary>
    public required IReadOnlyDictionary<string, string[]> Choices
    {
        get;
        init
        {
            field = value;
            _notOne = ValueMessages.NotOneOf(value.Keys);
            foreach (var (choice, words) in value)
            {
                foreach (var word in words.Append(choice)) _words[HeaderName.Normalize(word)] = choice;
            }
        }
    }

    public override FactColumnKind Stored => FactColumnKind.Text;

    public override Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        var known = _words.TryGetValue(HeaderName.Normalize(text), out var choice);
        cell = known ? Cell.Of(choice!) : Cell.Missing;
        return known ? null : _notOne;
    }
}

/// <summary>Yes or no, as 1 or 0.</summary>
internal sealed record FlagColumn(string Name, params string[] Aliases) : Column(Name, Aliases)
{
    public override FactColumnKind Stored => FactColumnKind.Number;

    public override Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        double? flag = HeaderName.Normalize(text) switch
        {
            "1" or "true" or "yes" or "y" or "是" => 1,
            "0" or "false" or "no" or "n" or "否" => 0,
            _ => null,
        };
        cell = flag is { } value ? Cell.Of(value) : Cell.Missing;
        return flag is null ? ValueMessages.NeitherYesNorNo : null;
    }
}

/// <summary>A code of the domain, in any of its spellings.</summary>
internal sealed record CodeColumn(string Name, Func<string, string?> Read, params string[] Aliases) : Column(Name, Aliases)
{
    private readonly Message? _notOne;

    /// <summary>What may be said: the code, then other spellings, of each value.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Spellings
    {
        get;
        init
        {
            field = value;
            _notOne = ValueMessages.NotOneOf(value.Select(code => code[0]));
        }
    }

    public override FactColumnKind Stored => FactColumnKind.Text;

    public override Message? Parse(ReadOnlySpan<char> text, ParseContext context, out Cell cell)
    {
        var code = Read(text.ToString());
        cell = code is null ? Cell.Missing : Cell.Of(code);
        return code is null ? _notOne : null;
    }
}
