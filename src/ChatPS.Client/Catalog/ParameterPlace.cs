namespace ChatPS.Client.Catalog;

/// <summary>Where a parameter travels in the request.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Body,
    Header,
}
