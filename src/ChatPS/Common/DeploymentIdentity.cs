namespace ChatPS.Common;

/// <summary>Names a deployment of an app.</summary>
/// <param name="value">A deployment's id or the object.</param>
public sealed class DeploymentIdentity(object value) : Identity(value, item => null, "deployment");
