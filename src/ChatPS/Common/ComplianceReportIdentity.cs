namespace ChatPS.Common;

/// <summary>Names a compliance report.</summary>
/// <param name="value">A report's id, or the object.</param>
public sealed class ComplianceReportIdentity(object value) : Identity(value, item => (item as ChatComplianceReport)?.Id, "compliance report");
