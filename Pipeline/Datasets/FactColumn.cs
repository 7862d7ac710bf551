using Parquet.Schema;

namespace CommunityDemand.Pipeline.Datasets;

/// <summary>A column of the fact files: a string, a double or a date, each nullable, which every Parquet reader knows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record FactColumn(string Name, FactColumnKind Kind)
{
    /// <summary>Made anew for each file: a schema writes into its fields, and files are written at once.</summary>
    public DataField NewField() => Kind switch
    {
        FactColumnKind.Text => new DataField<string>(Name, nullable: true),
        FactColumnKind.Number => new DataField<double>(Name, nullable: true),
        _ => new DateTimeDataField(Name, DateTimeFormat.Date, isNullable: true),
    };
}
