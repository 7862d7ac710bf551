using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>What a request comes to: the run that the same facts, settings and program always give.</summary>
/// <param name="Id">yyyyMMdd of the origin, a hyphen, and a digest of facts, settings, program and origin.</param>
/// <param name="Request">Digest of the same with the origin as it was asked for: it is known without reading any usage.</param>
internal sealed record RunIdentity(string Id, string Request, string Facts, DateOnly Origin)
{
    /// <summary>Identifies runs.</summary>
    internal sealed class Source(IFactReader facts, CityPanelBuilder panels, RunStore runs, IOptions<RunOptions> options, IOptions<AllocationOptions> allocation)
    {
        public async Task<RunIdentity> IdentifyAsync(DateOnly? requested, CancellationToken cancellationToken)
        {
            var snapshot = await facts.GetSnapshotAsync(cancellationToken);
            var wanted = requested ?? await panels.LatestDayAsync(cancellationToken);
            var settings = $"{snapshot}|{Settings(options.Value)}|{JsonSerializer.Serialize(allocation.Value)}|{Program()}";
            var request = Digest($"{settings}|{(requested is null ? "up to" : "at")} {wanted:yyyy-MM-dd}");

            // The origin costs a pass over the usage, so a run already registered tells it.
            var known = (await runs.ListAsync(cancellationToken)).FirstOrDefault(run => run.Request == request);
            var origin = known?.Origin ?? await panels.FindOriginAsync(requested, cancellationToken);
            return new RunIdentity($"{origin:yyyyMMdd}-{Digest($"{settings}|{origin:yyyy-MM-dd}")}", request, snapshot, origin);
        }

        // What changes the tables; how long things are kept does not.
        private static string Settings(RunOptions options) => JsonSerializer.Serialize(
            new
            {
                options.Horizon,
                options.HistoryDays,
                options.MinimumHistoryDays,
                options.TimeZone,
                options.Country,
                options.PromotionTolerance,
                options.PinnedModel,
                options.LeastDataShare,
                options.LeastVolumeShare,
                options.Engine,
            });

        // Builds are deterministic: a module's version id changes with its code and nothing else.
        private static string Program() => string.Join(
            '|', new[] { typeof(TimeAxis), typeof(ForecastEngine), typeof(RunIdentity) }.Select(type => type.Module.ModuleVersionId));

        private static string Digest(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..12];
    }
}
