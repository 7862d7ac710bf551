using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Tells how files would be ingested. Reads them as ingest does, and stores nothing.</summary>
public sealed class FileInspector
{
    private readonly MappingCatalogue _catalogue;
    private readonly TimeProvider _time;

    private FileInspector(MappingCatalogue catalogue, TimeProvider time) => (_catalogue, _time) = (catalogue, time);

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
    /// <exception cref="IOException">The file can't be read.</exception>
    public async Task<FileReport> InspectAsync(string path, CancellationToken cancellationToken)
    {
        var examination = new Examination(path, _catalogue, _time);
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
    private sealed class Examination(string path, MappingCatalogue catalogue, TimeProvider time)
    {
        private string Name => Path.GetFileName(path);

        public FileReport Report { get; private set; } = new(Path.GetFileName(path));

        private string Blob { get; set; } = Path.GetFileName(path);

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            UploadContent content;
            await using (var stored = Stored())
                content = await UploadContent.InspectAsync(
                    stored, UploadFile.Parse(Name), cancellationToken, catalogue.HintsFor(null, Name));
            Report = await ContentInspection.DescribeAsync(Report, content, Stored, cancellationToken);

            IReadOnlyList<string> header;
            IReadOnlyList<SurveyedColumn> columns;
            await using (var rows = await RowSources.OpenAsync(Stored(), content, cancellationToken))
            {
                header = [.. rows.Header];
                columns = await ColumnSurvey.ReadAsync(rows, cancellationToken);
            }

            Report = Report with { Columns = ColumnInspection.Plain(columns), Notes = [.. WideTable.Of(columns)] };
            var match = DatasetMatch.Of(Name, header, catalogue);
            Report = Report with
            {
                Datasets = DatasetInspection.Of(match, Name, header, catalogue),
                Mapping = MappingProposal.Of(Name, columns, match?.Schema, Report.Notes),
            };
            if (match is null) throw new UnreadableUploadException(DatasetMatch.None(header)) { HasForeignHeader = true };
            await HarvestAsync(match, content, header, columns, cancellationToken);
        }

        public void Refuse(UnreadableUploadException unreadable)
        {
            var problem = Rejection.Of([unreadable.Reason, .. unreadable.HasForeignHeader ? catalogue.Faults : []]);
            Report = Report with { Problem = problem };
            if (Report.Datasets is [{ Dataset: var dataset }, ..])
                Report = Report with { Account = new UploadAccount(Blob, dataset, UploadStatus.Rejected, 0, 0, 0, 0, [], problem, false) };
        }

        private async Task HarvestAsync(
            DatasetMatch match,
            UploadContent content,
            IReadOnlyList<string> header,
            IReadOnlyList<SurveyedColumn> columns,
            CancellationToken cancellationToken)
        {
            var schema = match.Schema;
            Blob = $"{schema.Name}/{Name}";
            var dry = new DryHarvest();
            using var reading = new UploadReading(
                UploadFile.Parse(Blob), content, catalogue, Services: null, _ => Task.FromResult(Stored()));
            var harvester = new Harvester(dry, time);
            var (harvest, weighed) = await reading.HarvestAsync(
                harvester, memory => Task.FromResult(RowWeigher.WeighInside(schema, memory)), cancellationToken);
            var row = new PathRow { Path = Blob, PartitionKey = schema.Name, Status = UploadStatus.Ingested };
            PathRows.Describe(row, content, harvest, weighed.Doubts);
            var styles = await reading.SurveyAsync(harvester, cancellationToken);
            var mapping = catalogue.Find(schema, Name, header);
            Report = Report with
            {
                Account = row.ToAccount(changed: false),
                Reading = [.. styles.Assumptions, .. styles.Doubts],
                Columns = ColumnInspection.Bound(columns, schema, mapping, harvest.Styles.Styles, time),
                FactColumns = [.. schema.Columns.Select(column => column.Name)],
                Facts = [.. dry.FirstRows.Select(cells => ColumnInspection.Shown(schema, cells))],
            };
        }

        private MeteredStream Stored() => new(File.OpenRead(path), static _ => { });
    }
}
