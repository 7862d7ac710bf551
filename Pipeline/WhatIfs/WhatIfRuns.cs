using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>Finds the run that is asked. The current one is kept in memory, since whoever moves a slider asks again and again; another one is read each time.</summary>
internal sealed class WhatIfRuns(RunStore runs, WhatIfFile file) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private WhatIfRun? _current;

    /// <param name="run">Id of a published run; null for the current one.</param>
    /// <exception cref="WhatIfRequestException">There is none, or it keeps nothing to ask.</exception>
    public async Task<WhatIfRun> GetAsync(string? run, CancellationToken cancellationToken)
    {
        var current = (await runs.GetPointerAsync(cancellationToken))?.Run;
        var asked = run ?? current ?? throw new WhatIfRequestException("No run has been published yet.", "Start one, and ask when it is done.", isMissing: true);
        if (asked != current && await runs.FindAsync(asked, cancellationToken) is not { PublishedAt: not null })
            throw new WhatIfRequestException($"There is no published run '{asked}'.", "Leave the run out to ask the current one, or take an id from table Runs.", isMissing: true);
        return (asked == current ? await KeepAsync(asked, cancellationToken) : await file.FindAsync(asked, cancellationToken))
            ?? throw new WhatIfRequestException(
                $"Run '{asked}' keeps nothing to ask.", "Leave the run out to ask the current one, or start a run: those of earlier versions kept less.", isMissing: true);
    }

    /// <summary>The finest level of areas to answer for, district where none is given.</summary>
    /// <exception cref="WhatIfRequestException">It is no level.</exception>
    public static AreaLevel Finest(string? code) => code is null ? AreaLevel.District
        : AreaLevels.TryParse(code, out var level) ? level
        : throw new WhatIfRequestException($"Level '{code}' is none.", "Levels are community, subdistrict, district and city.");

    public void Dispose() => _gate.Dispose();

    // One at a time: of many that ask at once after a night, one reads.
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
