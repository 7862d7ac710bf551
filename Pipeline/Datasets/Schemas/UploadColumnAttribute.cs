using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// A column of a dataset, declared on a property of the fact record. The type of the property determines the kind of the column; a
/// non-nullable type makes the column required.
/// </summary>
/// <param name="english">Meaning of the column, in English.</param>
/// <param name="chinese">Meaning of the column, in Chinese.</param>
[AttributeUsage(AttributeTargets.Property)]
internal class UploadColumnAttribute(string english, string chinese) : Attribute
{
    public string English => english;

    public string Chinese => chinese;

    /// <summary>Name of the column; by default the property's name in lower case, with underscores.</summary>
    public string? Name { get; init; }

    /// <summary>Other headers with the same meaning, in English or Chinese.</summary>
    public string[] Synonyms { get; init; } = [];

    public Unit Unit { get; init; }

    public ColumnRole Role { get; init; }

    /// <summary>Text or number that replaces an empty value; the column is then optional.</summary>
    public object? Default { get; init; }

    /// <summary>Whether only rows with an id, which are single events, may lack the value.</summary>
    public bool IsNeededWithoutId { get; init; }

    /// <summary>Largest valid number.</summary>
    public double Max { get; init; } = NumberColumn.DefaultMax;

    /// <summary>Maximum length of a text.</summary>
    public int MaxLength { get; init; } = TextColumn.KeyLength;

    /// <summary>Whether people write the text about people, so that personal numbers are removed.</summary>
    public bool IsComment { get; init; }

    /// <summary>Latest valid day.</summary>
    public DayBound Latest { get; init; }

    /// <summary>Property with the earliest allowed day of this column.</summary>
    public string? NotBefore { get; init; }
}

/// <summary>The id column, declared on the fact record: one row of an id counts, over all uploads.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="english">Meaning of the column, in English.</param>
/// <param name="chinese">Meaning of the column, in Chinese.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class IdColumnAttribute(string name, string english, string chinese) : Attribute
{
    public string Name => name;

    public string English => english;

    public string Chinese => chinese;

    /// <summary>Other headers with the same meaning, in English or Chinese.</summary>
    public string[] Synonyms { get; init; } = [];
}

/// <summary>A word of a column of choices, with its synonyms.</summary>
/// <param name="word">Word stored in the facts.</param>
/// <param name="synonyms">Synonyms of the word, in English or Chinese.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class ChoiceAttribute(string word, params string[] synonyms) : Attribute
{
    public string Word => word;

    public string[] Synonyms => synonyms;
}
