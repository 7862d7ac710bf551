using System.Runtime.InteropServices;
using Microsoft.ML.Trainers.LightGbm;

namespace CommunityDemand.Models.Boosting;

/// <summary>LightGBM's native library, which needs an OpenMP runtime that bare Linux images lack.</summary>
internal static class LightGbmLibrary
{
    /// <summary>What to tell a user where it can't be loaded.</summary>
    public const string Missing =
        "LightGBM's native library can't be loaded, so forecasts come from the per-series models alone. "
        + "On Linux it needs libgomp.so.1: install the package libgomp1 (Debian, Ubuntu), libgomp (Fedora, Alpine).";

    private const string Name = "lib_lightgbm";

    /// <summary>Whether training can call it; looked up as the trainer's own calls are.</summary>
    public static bool Loads()
    {
        if (!NativeLibrary.TryLoad(Name, typeof(LightGbmRegressionTrainer).Assembly, null, out var handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
