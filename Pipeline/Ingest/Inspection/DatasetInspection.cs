using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Tells which datasets a file may be, and why.</summary>
internal static class DatasetInspection
{
    public static IReadOnlyList<DatasetReport> Of(
        DatasetMatch? match, string name, IReadOnlyList<string> header, MappingCatalogue catalogue) => match is null
        ? []
        :
        [
            .. match.Others.Prepend(match.Schema)
                .Select((schema, place) => new DatasetReport(schema.Name, WhyOf(schema, place > 0 || match.Fits, name, header, catalogue))),
        ];

    private static Message WhyOf(
        DatasetSchema schema, bool fits, string name, IReadOnlyList<string> header, MappingCatalogue catalogue)
    {
        if (!fits) return InspectionMessages.ByName();
        if (catalogue.Fitting(name, header).FirstOrDefault(mapping => mapping.Schema == schema) is { } mapping)
            return InspectionMessages.ByMapping(mapping.Source);
        return InspectionMessages.ByHeader(
            HeaderBinding.Bind(schema, header, null, partial: true)
                .Where(column => column.Index >= 0)
                .Select(column => InspectionMessages.Named(column.Column.Name, HeaderBinding.Shown([header[column.Index]]))));
    }
}
