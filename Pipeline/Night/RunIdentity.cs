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

/// <summary>Identity of a run: the same facts, settings and program always give the same run.</summary>
/// <param name="Id">Id: yyyyMMdd of the origin, a hyphen, and a digest of facts, settings, program and origin.</param>
/// <param name="Facts">Digest of the facts.</param>
/// <param name="Cadence">Periods of the city's figures.</param>
/// <param name="Origin">Last day that the forecasts use.</param>
internal sealed record RunIdentity(string Id, string Facts, Cadence Cadence, DateOnly Origin)
{
    /// <summary>Computes the identities of runs.</summary>
    internal sealed class Source(
        IFactReader facts, CityPanelBuilder panels, IOptions<RunOptions> options, IOptions<CityOptions> city,
        IOptions<AllocationOptions> allocation)
    {
        public async Task<RunIdentity> IdentifyAsync(DateOnly? requested, CancellationToken cancellationToken)
        {
            var snapshot = await facts.GetSnapshotAsync(cancellationToken);
            var cadence = await panels.FindCadenceAsync(cancellationToken);
            var settings =
                $"{snapshot}|{Settings(options.Value, city.Value, cadence)}|{JsonSerializer.Serialize(allocation.Value)}|{Program()}";
            var origin = await panels.FindOriginAsync(cadence, requested, cancellationToken);
            return new RunIdentity($"{origin:yyyyMMdd}-{Digest($"{settings}|{origin:yyyy-MM-dd}")}", snapshot, cadence, origin);
        }

        // Only settings that change tables; retention times do not.
        private static string Settings(RunOptions options, CityOptions city, Cadence cadence) => JsonSerializer.Serialize(
            new
            {
                Frequency = cadence.Frequency.Code(),
                Horizon = options.HorizonOf(cadence),
                HistoryDays = options.HistoryDaysOf(cadence),
                MinimumPeriods = options.MinimumPeriodsOf(cadence),
                options.TimeZone,
                city.Country,
                options.PromotionTolerance,
                options.PinnedModel,
                options.LeastDataShare,
                options.LeastVolumeShare,
                options.Engine,
            });

        // Builds are deterministic: the version id of a module changes only with its code.
        private static string Program() => string.Join(
            '|', new[] { typeof(TimeAxis), typeof(ForecastEngine), typeof(RunIdentity) }.Select(type => type.Module.ModuleVersionId));

        private static string Digest(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..12];
    }
}
