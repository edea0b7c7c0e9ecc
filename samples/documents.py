"""The documents that the sample reports cite: central ones are real and public, those of the district are invented."""

# ruff: noqa: E501 (subjects of documents are data)

from __future__ import annotations

from samples.content import CitedDocument as D

PROVINCE = "Ủy ban nhân dân tỉnh Hà Châu"
DISTRICT = "Ủy ban nhân dân huyện Vĩnh Trạch"
JOINT = "Ban Dân vận Huyện ủy; Ủy ban nhân dân huyện Vĩnh Trạch"

CENTRAL = {
    "qd23": D(
        "Quyết định",
        "23-QĐ/TW",
        "2021-07-30",
        "Bộ Chính trị",
        "ban hành Quy chế công tác dân vận của hệ thống chính trị",
    ),
    "ct27": D(
        "Chỉ thị",
        "27/CT-TTg",
        "2023-10-27",
        "Thủ tướng Chính phủ",
        "tiếp tục đẩy mạnh các giải pháp cải cách và nâng cao hiệu quả giải quyết thủ tục hành chính, phục vụ người dân, "
        "doanh nghiệp",
    ),
    "nd107": D(
        "Nghị định",
        "107/2021/NĐ-CP",
        "2021-12-06",
        "Chính phủ",
        "sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP",
    ),
    "nd61": D("Nghị định", "61/2018/NĐ-CP"),
    "qd06": D(
        "Quyết định",
        "06/QĐ-TTg",
        "2022-01-06",
        "Thủ tướng Chính phủ",
        "phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc "
        "gia giai đoạn 2022 - 2025, tầm nhìn đến năm 2030",
    ),
    "qdi11": D(
        "Quy định",
        "11-QĐi/TW",
        "2019-02-18",
        "Bộ Chính trị",
        "trách nhiệm của người đứng đầu cấp ủy trong việc tiếp dân, đối thoại trực tiếp với dân và xử lý những phản ánh, "
        "kiến nghị của dân",
    ),
    "tt05": D(
        "Thông tư",
        "05/2021/TT-TTCP",
        "2021-10-01",
        "Thanh tra Chính phủ",
        "quy định quy trình xử lý đơn khiếu nại, đơn tố cáo, đơn kiến nghị, phản ánh",
    ),
    "luattcd": D("Luật", "", "", "", "Tiếp công dân"),
    "luathg": D("Luật", "", "", "", "Hòa giải ở cơ sở"),
    "luatcb": D("Luật", "", "", "", "Cán bộ, công chức"),
    "luat10": D("Luật", "10/2022/QH15", "", "", "Thực hiện dân chủ ở cơ sở"),
    "nd59": D(
        "Nghị định",
        "59/2023/NĐ-CP",
        "2023-08-14",
        "Chính phủ",
        "quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở",
    ),
    "qd1847": D("Quyết định", "1847/QĐ-TTg", "2018-12-27", "Thủ tướng Chính phủ", "phê duyệt Đề án Văn hóa công vụ"),
    "qd218": D("Quyết định", "218-QĐ/TW", "", "Bộ Chính trị", ""),
    "nqlt403": D(
        "Nghị quyết liên tịch",
        "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
        "2017-06-15",
        "",
        "quy định chi tiết các hình thức giám sát, phản biện xã hội của Mặt trận Tổ quốc Việt Nam",
    ),
}

STANDING = {
    "nq09": D(
        "Nghị quyết",
        "09-NQ/TU",
        "2021-10-14",
        "Ban Chấp hành Đảng bộ tỉnh Hà Châu",
        "nâng cao hiệu quả công tác dân vận trong tình hình mới",
    ),
    "kh41": D(
        "Kế hoạch",
        "41-KH/HU",
        "2022-01-18",
        "Ban Chấp hành Đảng bộ huyện Vĩnh Trạch",
        "thực hiện Nghị quyết số 09-NQ/TU",
    ),
    "ctr07": D(
        "Chương trình phối hợp", "07-CTr/BDVHU-UBND", "2022-03-15", JOINT, "công tác dân vận giai đoạn 2022 - 2026"
    ),
    "ct15": D(
        "Chỉ thị",
        "15-CT/HU",
        "2023-03-06",
        "Ban Thường vụ Huyện ủy",
        "tăng cường kỷ luật, kỷ cương trong hệ thống chính trị",
    ),
    "qd05": D(
        "Quyết định",
        "05/2023/QĐ-UBND",
        "2023-04-14",
        PROVINCE,
        "ban hành Quy định trách nhiệm người đứng đầu cơ quan hành chính nhà nước trong giải quyết thủ tục hành chính",
    ),
}
