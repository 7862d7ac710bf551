using Parquet.Schema;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>A column of the fact files: a string, a double or a date, all nullable, which every Parquet reader supports.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Kind">Type of the values.</param>
internal sealed record FactColumn(string Name, FactColumnKind Kind)
{
    /// <summary>
    /// Creates the field for one file. Each file needs its own, because a schema changes its fields and files are written concurrently.
    /// </summary>
    public DataField NewField() => Kind switch
    {
        FactColumnKind.Text => new DataField<string>(Name, nullable: true),
        FactColumnKind.Number => new DataField<double>(Name, nullable: true),
        _ => new DateTimeDataField(Name, DateTimeFormat.Date, isNullable: true),
    };
}
