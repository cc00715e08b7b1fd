-- AlterTable
ALTER TABLE "PlaygroundMessage" ADD COLUMN     "thread" TEXT;

-- CreateTable
CREATE TABLE "DepartedWorkspace" (
    "platform" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "leftAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DepartedWorkspace_pkey" PRIMARY KEY ("platform","workspaceId")
);
