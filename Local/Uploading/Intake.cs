using Azure.Storage.Blobs;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Local.Uploading;

/// <summary>Uploads files, and ingests the files in storage.</summary>
internal sealed class Intake(LocalSession session, CommandTerminal terminal)
{
    private readonly UploadSync _sync = new(session.Get<BlobServiceClient>());

    /// <summary>Uploads and ingests files.</summary>
    /// <returns>The uploaded files, and the account of every file that ingest processed.</returns>
    public async Task<(UploadSyncResult Sent, IReadOnlyList<UploadAccount> Accounts)> TakeAsync(
        IReadOnlyList<LocalUpload> uploads, CancellationToken cancellationToken)
    {
        var sent = await terminal.Progress.RunAsync(
            $"Uploading {uploads.Count:N0} files", progress => _sync.SyncAsync(uploads, progress, cancellationToken));
        var accounts = await terminal.Progress.RunAsync(
            "Ingesting", progress => session.Get<IUploadIngestor>().SweepAsync(new Relay(progress), cancellationToken));
        return (sent, accounts);
    }

    /// <summary>Uploads and ingests several drops in their order: a later drop corrects files of earlier ones.</summary>
    public async Task<(UploadSyncResult Sent, IReadOnlyList<UploadAccount> Accounts)> TakeDropsAsync(
        IReadOnlyList<IReadOnlyList<LocalUpload>> drops, CancellationToken cancellationToken)
    {
        var (sent, accounts) = (UploadSyncResult.Nothing, new List<UploadAccount>());
        for (var drop = 0; drop < drops.Count; drop++)
        {
            var corrections = drops.Skip(drop + 1).SelectMany(later => later).ToLookup(upload => (upload.Container, upload.BlobName));
            var current = new List<LocalUpload>();
            foreach (var upload in drops[drop])
            {
                // A file that an earlier demo has corrected must not be replaced by its faulty version.
                if (!await AnyHeldAsync(corrections[(upload.Container, upload.BlobName)], cancellationToken)) current.Add(upload);
            }

            var taken = await TakeAsync(current, cancellationToken);
            sent += taken.Sent;
            accounts.AddRange(taken.Accounts);
        }

        return (sent, accounts);
    }

    private async Task<bool> AnyHeldAsync(IEnumerable<LocalUpload> corrections, CancellationToken cancellationToken)
    {
        foreach (var correction in corrections)
        {
            if (await _sync.HoldsAsync(correction, cancellationToken)) return true;
        }

        return false;
    }

    private sealed class Relay(IProgress<StepProgress> step) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => step.Report(StepProgress.Of(value.BytesDone, value.BytesTotal, value.Blob));
    }
}
