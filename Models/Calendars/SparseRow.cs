namespace CommunityDemand.Models.Calendars;

/// <summary>The nonzero entries of one row of a regression's design matrix, in ascending order of columns.</summary>
internal readonly record struct SparseRow(int[] Index, double[] Value)
{
    public double Dot(double[] coefficients)
    {
        var sum = 0.0;
        for (var i = 0; i < Index.Length; i++) sum += coefficients[Index[i]] * Value[i];
        return sum;
    }
}
