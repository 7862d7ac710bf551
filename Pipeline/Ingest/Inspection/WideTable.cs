using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats.Dialects;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Recognises tables whose columns are values: a column a month, or a column a service.</summary>
internal static class WideTable
{
    private const int Fewest = 3;

    private static readonly HashSet<string> ServiceNames =
    [
        .. ServiceCatalogue.BuiltIn.Services.SelectMany(service => new[] { service.Code, service.NameEn, service.NameZh })
            .Select(name => HeaderName.Normalize(name)),
    ];

    /// <summary>Says of such tables what their columns are.</summary>
    public static IEnumerable<Message> Of(IReadOnlyList<SurveyedColumn> columns)
    {
        var figures = columns.Where(column => column.Kind == CellKind.Number).Select(column => column.Name).ToList();
        var periods = figures.FindAll(PeriodName.Is);
        if (periods.Count >= Fewest) yield return InspectionMessages.WidePeriods(periods);
        var services = figures.FindAll(name => ServiceNames.Contains(HeaderName.Normalize(name)));
        if (services.Count >= Fewest) yield return InspectionMessages.WideServices(services);
    }
}
