using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Tests.Pipeline.Publish;

public sealed class ForecastFileTests
{
}
