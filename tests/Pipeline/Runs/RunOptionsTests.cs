using System.ComponentModel.DataAnnotations;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Tests.Pipeline.Runs;

public sealed class RunOptionsTests
{
    [Fact]
    public void Defaults_AreValid() => Problems(new RunOptions()).ShouldBeEmpty();

    [Fact]
    public void Mistakes_AreNamed()
    {
        Problems(new RunOptions { Horizon = 0 }).ShouldContain("Horizon");
        Problems(new RunOptions { TimeZone = "Mars/Olympus" }).ShouldContain("Asia/Shanghai");
        Problems(new RunOptions { HistoryDays = 40 }).ShouldContain("MinimumHistoryDays");
        Problems(new RunOptions { Engine = new EngineOptions { BacktestOrigins = 0 } }).ShouldContain("BacktestOrigins");
    }

    private static string Problems(RunOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return string.Join(' ', results.Select(r => r.ErrorMessage));
    }
}
