namespace CommunityDemand.Pipeline.Runs;

/// <summary>Progress told at once and in order, on the thread that makes it (unlike <see cref="Progress{T}"/>).</summary>
internal sealed class Relay<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
