"""The addresses of what comes in as a file and goes out as one."""

from django.urls import path

from yokame.web.exchange import bringing, giving

urlpatterns = [
    path("import/", bringing.bring, name="bring"),
    path("import/<uuid:uid>/", bringing.upload, name="upload"),
    path("import/<uuid:uid>/progress/", bringing.progress, name="upload_progress"),
    path("export/yokame.json", giving.ledger_file, name="export_ledger"),
    path("export/yokame-csv.zip", giving.csv_files, name="export_csv"),
    path("print/", giving.printed, name="print"),
]
