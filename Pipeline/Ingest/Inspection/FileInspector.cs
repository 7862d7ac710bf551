using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Inspection.Proposals;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ingest.Surveys;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Tells how files would be ingested. Reads them as ingest does, and stores nothing.</summary>
public sealed class FileInspector
{
    private readonly MappingCatalogue _catalogue;
    private readonly TimeProvider _time;

    internal FileInspector(MappingCatalogue catalogue, TimeProvider time) => (_catalogue, _time) = (catalogue, time);

    /// <summary>Makes an inspector for files beside mappings.</summary>
    /// <param name="mappings">Paths of mapping files; those shipped with the program count too.</param>
    /// <exception cref="MappingException">One of them is no mapping.</exception>
    public static async Task<FileInspector> CreateAsync(
        IEnumerable<string> mappings, TimeProvider time, CancellationToken cancellationToken) =>
        new(
            MappingCatalogue.Of([], ShippedMappings.Read(), new Dictionary<string, LookupTable>())
                .With((await LocalMappings.ReadAsync(mappings, cancellationToken)).Mappings),
            time);

    /// <summary>How the names of mapping files end.</summary>
    public const string MappingSuffix = Mapping.FileSuffix;

    /// <summary>Whether a path is a mapping's, not an upload's.</summary>
    public static bool IsMapping(string path) => LocalMappings.IsMapping(path);

    /// <summary>Reads a file.</summary>
    /// <param name="language">Language of the comments in the proposed mapping.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public Task<FileReport> InspectAsync(
        string path, CancellationToken cancellationToken, Language language = Language.English) =>
        InspectAsync(Path.GetFileName(path), () => File.OpenRead(path), language, cancellationToken);

    /// <summary>Reads a file that may be opened several times.</summary>
    internal async Task<FileReport> InspectAsync(
        string name, Func<Stream> open, Language language, CancellationToken cancellationToken)
    {
        var examination = new Examination(name, open, _catalogue, MessageTexts.Of(language), _time);
        try
        {
            await examination.RunAsync(cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            examination.Refuse(unreadable);
        }

        return examination.Report;
    }

    // Grows the report a step at a time, so that a file which can't be read to its end is told as far as it was.
    private sealed class Examination(
        string name, Func<Stream> open, MappingCatalogue catalogue, MessageTexts texts, TimeProvider time)
    {
        public FileReport Report { get; private set; } = new(name);

        private IReadOnlyList<string> SheetsRead => [.. Report.Sheets.Where(sheet => sheet.LeftOut is null).Select(sheet => sheet.Name)];

        private string? Blob { get; set; }

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            UploadContent content;
            await using (var stored = Stored())
                content = await UploadContent.InspectAsync(
                    stored, UploadFile.Parse(Report.File), cancellationToken, catalogue.HintsFor(null, Report.File));
            Report = await ContentInspection.DescribeAsync(Report, content, Stored, cancellationToken);

            IReadOnlyList<string> header;
            IReadOnlyList<SurveyedColumn> columns;
            await using (var rows = await RowSources.OpenAsync(Stored(), content, cancellationToken))
            {
                header = [.. rows.Header];
                columns = await ColumnSurvey.ReadAsync(rows, cancellationToken);
            }

            var match = DatasetMatch.Of(Report.File, header, catalogue);
            var wide = WideTable.Of(columns, match is { Fits: true });
            Report = Report with
            {
                Columns = ColumnInspection.Plain(columns),
                Datasets = DatasetInspection.Of(match, Report.File, header, catalogue),
                Notes = wide is null ? [] : [wide.Told],
                Mapping = MappingProposal.Of(Report.File, columns, match?.Schema, wide, SheetsRead, texts),
            };
            if (match is null)
            {
                var none = DatasetMatch.None(header, WideTable.Explain(wide, Report.File));
                throw new UnreadableUploadException(none) { HasForeignHeader = true };
            }

            await HarvestAsync(match, content, header, columns, cancellationToken);
        }

        public void Refuse(UnreadableUploadException unreadable)
        {
            var problem = Rejection.Of([unreadable.Reason, .. unreadable.HasForeignHeader ? catalogue.Faults : []]);
            Report = Report with { Problem = problem };
            if (Report.Datasets is not [{ Dataset: var dataset }, ..]) return;
            var account = new UploadAccount(Blob ?? Report.File, dataset, UploadStatus.Rejected, 0, 0, 0, 0, [], problem, Changed: false);
            Report = Report with { Account = account };
        }

        private async Task HarvestAsync(
            DatasetMatch match,
            UploadContent content,
            IReadOnlyList<string> header,
            IReadOnlyList<SurveyedColumn> columns,
            CancellationToken cancellationToken)
        {
            var schema = match.Schema;
            Blob = $"{schema.Name}/{Report.File}";
            var dry = new DryHarvest();
            using var reading = new UploadReading(
                UploadFile.Parse(Blob), content, catalogue, Services: null, _ => Task.FromResult(Stored()));
            var harvester = new Harvester(dry, time);
            var (harvest, weighed) = await reading.HarvestAsync(
                harvester, memory => Task.FromResult(RowWeigher.WeighInside(schema, memory)), cancellationToken);
            var row = new PathRow { Path = Blob, PartitionKey = schema.Name, Status = UploadStatus.Ingested };
            PathRows.Describe(row, content, harvest, [.. weighed.Doubts, .. NameJudge.Doubts(harvest.Similar)]);
            var styles = await reading.SurveyAsync(harvester, cancellationToken);
            var mapping = catalogue.Find(schema, Report.File, header);
            Report = Report with
            {
                Account = row.ToAccount(changed: false),
                Reading = [.. styles.Assumptions, .. styles.Doubts],
                Columns = ColumnInspection.Bound(columns, schema, mapping, harvest.Styles.Styles, time),
                FactColumns = [.. schema.Columns.Select(column => column.Name)],
                Facts = [.. dry.FirstRows.Select(cells => ColumnInspection.Shown(schema, cells))],
            };
        }

        private MeteredStream Stored() => new(open(), static _ => { });
    }
}
