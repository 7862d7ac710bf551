using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Periods;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ingest.Surveys;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>The reading of an upload in as many passes as its values need. It lasts over several attempts to commit the upload.</summary>
/// <param name="File">What the path says.</param>
/// <param name="Content">What is known of the content.</param>
/// <param name="Catalogue">The mappings in force.</param>
/// <param name="Services">The closed catalogue of services; null where any service is taken.</param>
/// <param name="Open">Opens the bytes for another pass.</param>
internal sealed record UploadReading(
    UploadFile File,
    UploadContent Content,
    MappingCatalogue Catalogue,
    IReadOnlySet<string>? Services,
    Func<CancellationToken, Task<MeteredStream>> Open) : IDisposable
{
    private FirstPass _memory = new();
    private SurveyedStyles? _styles;
    private FoundPeriod? _period;

    /// <summary>What the first pass remembers.</summary>
    public FirstPass Memory => _memory;

    /// <summary>The last pass; null before the first.</summary>
    public Harvest? Harvest { get; private set; }

    public void Dispose() => _memory.Dispose();

    /// <summary>Reads the rows, weighs them, and reads them again where that leaves out others than before.</summary>
    /// <param name="weigh">Says which good rows don't count.</param>
    /// <exception cref="UnreadableUploadException">The file can't be read to its end.</exception>
    public async Task<(Harvest Harvest, WeighedRows Weighed)> HarvestAsync(
        Harvester harvester, Func<FirstPass, Task<WeighedRows>> weigh, CancellationToken cancellationToken)
    {
        Harvest ??= await PassAsync(harvester, new Exclusions(), remembers: true, cancellationToken);
        var weighed = await weigh(_memory);
        if (!weighed.Excluded.SetEquals(Harvest.Excluded))
            Harvest = await PassAsync(harvester, weighed.Excluded, remembers: false, cancellationToken);
        return (Harvest, weighed);
    }

    /// <summary>Surveys how the values are written, as happens by itself where a pass meets one of two meanings.</summary>
    public Task<SurveyedStyles> SurveyAsync(Harvester harvester, CancellationToken cancellationToken) =>
        SurveyAsync(harvester, known: null, cancellationToken);

    // Once more where a value of two meanings came or the dates tell a period, with what all values of the file tell.
    private async Task<Harvest> PassAsync(
        Harvester harvester, Exclusions excluded, bool remembers, CancellationToken cancellationToken)
    {
        while (true)
        {
            var harvest = await ReadAsync(
                rows => harvester.ReadAsync(
                    rows, File, Catalogue, Services, excluded, remembers ? _memory : null,
                    (_styles ?? SurveyedStyles.None(rows.HasTypedNumbers)) with { Period = _period }, cancellationToken),
                cancellationToken);
            if (harvest is not null) return harvest;
            var found = _memory.Period;
            if (remembers) Forget();
            if (found is not null && _period is null) _period = found;
            else _styles = await SurveyAsync(harvester, _styles, cancellationToken);
        }
    }

    private Task<SurveyedStyles> SurveyAsync(Harvester harvester, SurveyedStyles? known, CancellationToken cancellationToken) =>
        ReadAsync(rows => harvester.SurveyAsync(rows, File, Catalogue, Services, known, cancellationToken), cancellationToken);

    private void Forget()
    {
        _memory.Dispose();
        _memory = new FirstPass();
    }

    private async Task<T> ReadAsync<T>(Func<RowSource, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var stored = await Open(cancellationToken);
        try
        {
            await using var rows = await RowSources.OpenAsync(stored, Content, cancellationToken);
            try
            {
                return await read(rows);
            }
            catch (UnreadableUploadException foreign) when (foreign.HasForeignHeader)
            {
                var more = await WideTable.ExplainAsync(rows, File.Name, cancellationToken);
                throw new UnreadableUploadException(Rejection.Of([foreign.Reason, .. more]), foreign) { HasForeignHeader = true };
            }
        }
        catch (InvalidDataException damaged) when (stored.Failure is null)
        {
            throw new UnreadableUploadException(FileMessages.Damaged(), damaged);
        }
    }
}
