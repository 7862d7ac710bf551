namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>Place of a row of an answer: the columns that all rows of a run share, with the same names.</summary>
internal sealed record AnsweredPlace(string Level, string Area, string AreaName, string ServiceLevel, string Service, string ServiceName);
