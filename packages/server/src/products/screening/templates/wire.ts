import { Type } from "typebox";
import { createTemplateFaults, updateTemplateFaults } from "./faults.ts";
import {
  CopyTemplate,
  CreateTemplate,
  ImportTemplate,
  ListTemplates,
  PageOfTemplates,
  TemplateId,
  UpdateTemplate,
} from "./schema.ts";

const readers = "Role Coach and up, or a key with `screening:read`.";
const managers = "Role Manager and up, or a key with `screening:write`.";
const path = "/api/v1/workflow_templates";

const graph =
  "Questions that can never be asked, ways that lead back to where they began, branches that never hold, and tests of what is not known by then are refused, each with its pointer.";

export const templateWire = {
  listTemplates: {
    method: "GET",
    path,
    operationId: "listWorkflowTemplates",
    summary: "List workflow templates without their questions, newest first",
    description: `${readers} Of the same instant, the lower id comes first.`,
    query: ListTemplates,
    success: [200, PageOfTemplates],
    refusals: ["forbidden"],
  },
  createTemplate: {
    method: "POST",
    path,
    operationId: "createWorkflowTemplate",
    summary: "Make a workflow template",
    description: `${managers} Prospects can start sessions on one that is published, which takes a question at least. To publish more than the plan allows is 409 \`plan_limit\`; a plan that is lowered leaves what is published. ${graph}`,
    body: CreateTemplate,
    bodyFaults: createTemplateFaults,
    success: [201, Type.Ref("WorkflowTemplate")],
    refusals: ["forbidden", "already_exists", "plan_limit"],
  },
  importTemplate: {
    method: "POST",
    path: `${path}/import`,
    operationId: "importWorkflowTemplate",
    summary: "Make a workflow template of an exported one",
    description: `${managers} Takes what the export answers, from whatever server; its JSON Schema is at \`/schemas/workflow-template.json\`. A draft, unless status says otherwise. A slug that is taken is 409. ${graph}`,
    body: ImportTemplate,
    bodyFaults: createTemplateFaults,
    success: [201, Type.Ref("WorkflowTemplate")],
    refusals: ["forbidden", "already_exists", "plan_limit"],
  },
  getTemplate: {
    method: "GET",
    path: `${path}/:id`,
    operationId: "getWorkflowTemplate",
    summary: "One workflow template with its questions",
    description: readers,
    params: TemplateId,
    success: [200, Type.Ref("WorkflowTemplate")],
    refusals: ["forbidden", "not_found"],
  },
  updateTemplate: {
    method: "PATCH",
    path: `${path}/:id`,
    operationId: "updateWorkflowTemplate",
    summary: "Change a workflow template",
    description: `${managers} Questions, translations and reviewFirst are replaced as a whole, and what is left out stays; the outcome is checked as a whole, so a question goes together with its translations. Sessions that have begun keep all but name, slug and status as they began with it. Another slug frees the old one, and its address stops working. A draft takes no new sessions; those that have begun go on. ${graph}`,
    params: TemplateId,
    body: UpdateTemplate,
    bodyFaults: updateTemplateFaults,
    success: [200, Type.Ref("WorkflowTemplate")],
    refusals: ["forbidden", "not_found", "already_exists", "plan_limit", "conflict"],
  },
  deleteTemplate: {
    method: "DELETE",
    path: `${path}/:id`,
    operationId: "deleteWorkflowTemplate",
    summary: "Delete a draft on which no session ever began",
    description: `${managers} 409 for one that is published, or has sessions: what prospects answered stays readable with its questions. Make it a draft instead, and no more begin. Its slug is free from then on. Answers the template as it was.`,
    params: TemplateId,
    success: [200, Type.Ref("WorkflowTemplate")],
    refusals: ["forbidden", "not_found", "conflict"],
  },
  exportTemplate: {
    method: "GET",
    path: `${path}/:id/export`,
    operationId: "exportWorkflowTemplate",
    summary: "A workflow template as a portable document",
    description: `${readers} Everything that its author wrote, without ids, times and status. It meets the JSON Schema at its \`$schema\`, and the import takes it.`,
    params: TemplateId,
    success: [200, Type.Ref("WorkflowTemplateDocument")],
    refusals: ["forbidden", "not_found"],
  },
  copyTemplate: {
    method: "POST",
    path: `${path}/:id/copy`,
    operationId: "copyWorkflowTemplate",
    summary: "Make a draft with the content of a workflow template",
    description: `${managers} Under a slug of its own, and under the same name unless another is given.`,
    params: TemplateId,
    body: CopyTemplate,
    bodyFaults: updateTemplateFaults,
    success: [201, Type.Ref("WorkflowTemplate")],
    refusals: ["forbidden", "not_found", "already_exists"],
  },
  getTemplateSchema: {
    method: "GET",
    path: "/schemas/workflow-template.json",
    operationId: "getWorkflowTemplateSchema",
    summary: "The JSON Schema (2020-12) of exported workflow templates",
    description:
      "For everybody. It says which members there are and how long they may be; what no schema can say, such as that no question leads back to itself, the import checks.",
    success: [
      200,
      Type.Unsafe<object>({ type: "object", additionalProperties: true, description: "A JSON Schema" }),
    ],
  },
} as const;
