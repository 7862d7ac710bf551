using System.Runtime.InteropServices;
using Microsoft.ML.Trainers.LightGbm;

namespace CommunityDemand.Models.Boosting;

/// <summary>LightGBM's native library, which needs an OpenMP runtime that bare Linux images lack.</summary>
internal static class LightGbmLibrary
{
    private const string Name = "lib_lightgbm";

    /// <summary>Whether training can call it; looked up as the trainer's own calls are.</summary>
    public static bool Loads()
    {
        if (!NativeLibrary.TryLoad(Name, typeof(LightGbmRegressionTrainer).Assembly, null, out var handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
