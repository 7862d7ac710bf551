using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// A column of a dataset, declared on the property of the fact record that takes its value. The property's type is the column's kind, and a
/// type that admits no null makes the column a required one.
/// </summary>
/// <param name="english">Meaning of the column, in English.</param>
/// <param name="chinese">Meaning of the column, in Chinese.</param>
[AttributeUsage(AttributeTargets.Property)]
internal class UploadColumnAttribute(string english, string chinese) : Attribute
{
    public string English => english;

    public string Chinese => chinese;

    /// <summary>Name of the column; otherwise that of the property in lower case, with underscores.</summary>
    public string? Name { get; init; }

    /// <summary>Other headers that mean the column, in English or Chinese.</summary>
    public string[] Synonyms { get; init; } = [];

    public Unit Unit { get; init; }

    public ColumnRole Role { get; init; }

    /// <summary>Text or number that an empty value means; the column is then no required one.</summary>
    public object? Default { get; init; }

    /// <summary>Whether only a row with an id may be without the value: the row is one event.</summary>
    public bool IsNeededWithoutId { get; init; }

    /// <summary>Whether a file needs the column, or another that has the mark: without any its rows say nothing.</summary>
    public bool IsContent { get; init; }

    /// <summary>Largest number.</summary>
    public double Max { get; init; } = NumberColumn.DefaultMax;

    /// <summary>Whether the number counts what can't be halved, such as visits.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Length of the longest text.</summary>
    public int MaxLength { get; init; } = TextColumn.KeyLength;

    /// <summary>Whether people write the text about people, so that personal numbers are taken out of it.</summary>
    public bool IsComment { get; init; }

    /// <summary>Latest day.</summary>
    public DayBound Latest { get; init; }

    /// <summary>Property whose day no day of this column may precede.</summary>
    public string? NotBefore { get; init; }
}

/// <summary>The column of ids, declared on the fact record: of rows with one id one counts, over all uploads.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="english">Meaning of the column, in English.</param>
/// <param name="chinese">Meaning of the column, in Chinese.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class IdColumnAttribute(string name, string english, string chinese) : Attribute
{
    public string Name => name;

    public string English => english;

    public string Chinese => chinese;

    /// <summary>Other headers that mean the column, in English or Chinese.</summary>
    public string[] Synonyms { get; init; } = [];
}

/// <summary>A word that a column of choices takes, with other words for it.</summary>
/// <param name="word">The word that facts have.</param>
/// <param name="synonyms">Other words that mean it, in English or Chinese.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class ChoiceAttribute(string word, params string[] synonyms) : Attribute
{
    public string Word => word;

    public string[] Synonyms => synonyms;
}
