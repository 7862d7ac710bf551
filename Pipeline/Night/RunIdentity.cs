using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Night;

/// <summary>What a request comes to: the run that the same facts, settings and program always give.</summary>
/// <param name="Id">yyyyMMdd of the origin, a hyphen, and a digest of facts, settings, program and origin.</param>
/// <param name="Facts">Digest of the facts.</param>
/// <param name="Origin">Last day that its forecasts see.</param>
internal sealed record RunIdentity(string Id, string Facts, DateOnly Origin)
{
    /// <summary>Identifies runs.</summary>
    internal sealed class Source(
        IFactReader facts, CityPanelBuilder panels, IOptions<RunOptions> options, IOptions<AllocationOptions> allocation)
    {
        public async Task<RunIdentity> IdentifyAsync(DateOnly? requested, CancellationToken cancellationToken)
        {
            var snapshot = await facts.GetSnapshotAsync(cancellationToken);
            var settings = $"{snapshot}|{Settings(options.Value)}|{JsonSerializer.Serialize(allocation.Value)}|{Program()}";
            var origin = await panels.FindOriginAsync(requested, cancellationToken);
            return new RunIdentity($"{origin:yyyyMMdd}-{Digest($"{settings}|{origin:yyyy-MM-dd}")}", snapshot, origin);
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
