using System.Runtime.InteropServices;
using Microsoft.ML.Trainers.LightGbm;

namespace CommunityDemand.Models.Boosting;

/// <summary>The native library of LightGBM. It needs an OpenMP runtime, which minimal Linux images lack.</summary>
internal static class LightGbmLibrary
{
    private const string Name = "lib_lightgbm";

    /// <summary>Whether the library can be loaded, found in the same way as by the trainer's own calls.</summary>
    public static bool Loads()
    {
        if (!NativeLibrary.TryLoad(Name, typeof(LightGbmRegressionTrainer).Assembly, null, out var handle)) return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
