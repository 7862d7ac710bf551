namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>Bytes that all parts of a package may inflate to: each sheet is read up to three times.</summary>
internal sealed class InflationBudget(long storedBytes)
{
    private const int Readings = 3;

    private long _left = Readings * ((ReadLimits.HarmlessInflatedBytes * 2) + (storedBytes * ReadLimits.InflationRatio));

    public void Take(int bytes)
    {
        if ((_left -= bytes) < 0) throw new UnreadableUploadException(WorkbookMessages.Bomb());
    }
}
