using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Where the values of one column of a dataset come from.</summary>
/// <param name="From">Header in the foreign file; null for a constant.</param>
/// <param name="Default">What an empty value means; null where it stays empty.</param>
/// <param name="Values">Foreign values and what they mean; others pass as they are.</param>
/// <param name="Formats">Date formats (.NET custom format strings) beyond those that are read anyway.</param>
internal sealed record ColumnMapping(
    string? From,
    string? Default,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyList<string> Formats)
{
    /// <summary>Whether some files have no such header, so that the column then has no values.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Columns that the date is made of; null where the date stands in one.</summary>
    public DateParts? Parts { get; init; }

    /// <summary>Other spellings of keys, as <see cref="Datasets.Values.KeyText"/> gives them, and the keys.</summary>
    public IReadOnlyDictionary<string, string>? Aliases { get; init; }

    /// <summary>Table that the values are looked up in; null for none.</summary>
    public LookupReference? Lookup { get; init; }

    /// <summary>What the table of <see cref="Lookup"/> says.</summary>
    public ValueLookup? Looked { get; init; }

    /// <summary>Whether years of dates count from 1911.</summary>
    public bool IsMinguo { get; init; }

    /// <summary>Period that a date stands for; null where the mapping says none.</summary>
    public Frequency? Period { get; init; }
}

/// <summary>A table of values beside a mapping.</summary>
/// <param name="File">Name of the file, beside the mapping.</param>
/// <param name="From">Header of the foreign values.</param>
/// <param name="To">Header of what the values mean.</param>
/// <param name="Place">Place of the reference in the mapping.</param>
internal sealed record LookupReference(string File, string From, string To, string Place);

/// <summary>What foreign values mean.</summary>
/// <param name="Values">By foreign value.</param>
/// <param name="Unknown">Said of a value that the table does not have.</param>
internal sealed record ValueLookup(IReadOnlyDictionary<string, string> Values, Message Unknown);
