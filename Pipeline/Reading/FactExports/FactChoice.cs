using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>A filter, bound to the columns of a dataset.</summary>
internal sealed class FactChoice
{
    private readonly int _day;
    private readonly (int Place, string Value)[] _texts;

    /// <exception cref="ArgumentException">The dataset has no column to filter by.</exception>
    public FactChoice(DatasetSchema schema, FactFilter filter)
    {
        _day = Array.FindIndex(schema.Columns, column => column is DayColumn { Required: true });
        if (_day < 0 && (filter.From ?? filter.To) is not null) throw Lacks(schema, "day");
        (First, Last) = (filter.From ?? DateOnly.MinValue, filter.To ?? DateOnly.MaxValue);
        _texts =
        [
            .. from wanted in new[] { (Name: "community", Value: filter.Community), (Name: "service", Value: filter.Service) }
               where wanted.Value is not null
               let place = schema.IndexOf(wanted.Name)
               select place >= 0 ? (place, wanted.Value) : throw Lacks(schema, wanted.Name),
        ];
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public bool Has(Cell[] row) =>
        (_day < 0 || (row[_day].Day >= First && row[_day].Day <= Last))
        && Array.TrueForAll(_texts, wanted => row[wanted.Place].Text == wanted.Value);

    private static ArgumentException Lacks(DatasetSchema schema, string column) =>
        new($"Dataset {schema.Name} has no column {column} to filter by. Leave that option out.", nameof(schema));
}
