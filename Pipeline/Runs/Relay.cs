namespace CommunityDemand.Pipeline.Runs;

/// <summary>Progress reported immediately and in order, on the reporting thread (unlike <see cref="Progress{T}"/>).</summary>
internal sealed class Relay<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
