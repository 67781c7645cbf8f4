namespace ChatPS.Common;

/// <summary>Names a build of an app.</summary>
/// <param name="value">A build's id, or the object.</param>
public sealed class BuildIdentity(object value) : Identity(value, item => (item as ChatAppBuild)?.Id, "build");
