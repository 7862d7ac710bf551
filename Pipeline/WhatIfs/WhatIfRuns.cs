using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>
/// Finds the run for a question. The current run is kept in memory, because a user with a slider asks repeatedly; any other run is loaded
/// for each question.
/// </summary>
internal sealed class WhatIfRuns(RunStore runs, WhatIfFile file) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private WhatIfRun? _current;

    /// <param name="run">Id of a published run; null for the current run.</param>
    /// <exception cref="WhatIfRequestException">There is no such run, or its files do not allow questions.</exception>
    public async Task<WhatIfRun> GetAsync(string? run, CancellationToken cancellationToken)
    {
        var current = (await runs.GetPointerAsync(cancellationToken))?.Run;
        var asked = run ?? current
            ?? throw new WhatIfRequestException("No run has been published yet.", "Start a run, and ask when it is done.", isMissing: true);
        if (asked != current && await runs.FindAsync(asked, cancellationToken) is not { PublishedAt: not null })
            throw new WhatIfRequestException(
                $"There is no published run '{asked}'.", "Leave the run out to ask the current one, or take an id from table Runs.",
                isMissing: true);
        return (asked == current ? await KeepAsync(asked, cancellationToken) : await file.FindAsync(asked, cancellationToken))
            ?? throw new WhatIfRequestException(
                $"The files of run '{asked}' do not allow questions.",
                "Leave the run out to ask the current one, or start a run: runs of earlier versions kept fewer files.", isMissing: true);
    }

    /// <summary>Finest level of areas in the answer; district by default.</summary>
    /// <exception cref="WhatIfRequestException">The code is not a level.</exception>
    public static AreaLevel Finest(string? code) => code is null ? AreaLevel.District
        : AreaLevels.TryParse(code, out var level) ? level
        : throw new WhatIfRequestException($"'{code}' is not a level.", "Levels are community, subdistrict, district and city.");

    public void Dispose() => _gate.Dispose();

    // One reader at a time: of many questions after a night, only one loads the run.
    private async Task<WhatIfRun?> KeepAsync(string run, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_current?.Basis.Run == run) return _current;
            _current = null;
            return _current = await file.FindAsync(run, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }
}
